import { BOW, LOOP } from "./geometry";

/** What a vertex is of. */
export const BODY = 0;
export const HEAD = 1;
export const MARK = 2;

/** Places an arrow's vertices in pixels, by the same rules as `geometry.ts`. STRAIGHT: none of the lines bends. */
export const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute float a_bend;
attribute float a_width;
attribute vec4 a_color;
attribute vec4 a_look;
attribute float a_lit;
attribute vec3 a_vertex;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_scale;
uniform float u_dim;
uniform float u_fade;

varying vec4 v_color;
varying vec2 v_at;
varying float v_width;
varying vec4 v_look;
varying float v_part;

vec2 pixels(vec2 place) {
  return (u_matrix * vec3(place, 1.0)).xy * u_viewport * 0.5;
}

void main() {
  vec2 a = pixels(a_source);
  vec2 d = pixels(a_target);
  vec2 chord = d - a;
  float span = length(chord);
  #ifdef STRAIGHT
  float leaving = max(span, 0.001);
  float coming = leaving;
  #else
  vec2 b;
  vec2 c;
  if (span < 0.001) {
    float far = ${LOOP.toFixed(1)} * u_scale * max(1.0, abs(a_bend));
    b = a + vec2(-0.9, 1.0) * far;
    c = a + vec2(0.9, 1.0) * far;
  } else {
    float bow = 2.0 * a_bend * min(span * ${BOW.ofLength.toFixed(3)}, ${BOW.most.toFixed(1)} * u_scale) / span;
    vec2 middle = (a + d) * 0.5 + vec2(chord.y, -chord.x) * bow;
    b = mix(a, middle, 0.6666667);
    c = mix(d, middle, 0.6666667);
  }
  float leaving = 3.0 * length(b - a);
  float coming = 3.0 * length(d - c);
  #endif

  float width = max(0.5, a_width * min(u_scale, 2.5));
  float head = a_look.z * 255.0 > 1.5 ? 0.0 : 3.2 + 4.2 * width;
  float from = a_radii.x * u_scale / leaving;
  float to = (a_radii.y * u_scale + 1.0) / coming;
  float over = max(from + to, 1.0);
  from /= over;
  to = 1.0 - to / over;
  float neck = max(from, to - head * 0.8 / coming);

  float t = a_vertex.z == ${BODY.toFixed(1)} ? mix(from, neck, a_vertex.x) : (a_vertex.z == ${HEAD.toFixed(1)} ? to : (from + to) * 0.5);
  #ifdef STRAIGHT
  vec2 place = a + chord * t;
  vec2 way = chord / leaving;
  #else
  float u = 1.0 - t;
  vec2 place = u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
  vec2 way = normalize(u * u * (b - a) + 2.0 * u * t * (c - b) + t * t * (d - c) + vec2(0.00001, 0.0));
  #endif
  vec2 across = vec2(-way.y, way.x);

  if (a_vertex.z == ${BODY.toFixed(1)}) {
    float side = a_vertex.y * (width * 0.5 + 1.0);
    place += across * side;
    v_at = vec2((t - from) * (leaving + coming) * 0.5, side);
  } else if (a_vertex.z == ${HEAD.toFixed(1)}) {
    float wide = head * 0.42;
    place += a_vertex.x * (across * a_vertex.y * wide - way * head);
    v_at = vec2(a_vertex.x * head, a_vertex.x * a_vertex.y * wide);
  } else {
    float arm = 2.0 + 4.0 * width;
    place += arm * (way * a_vertex.x + across * a_vertex.y);
    v_at = a_vertex.xy * arm;
  }
  v_width = width;
  v_look = a_look * 255.0;
  v_part = a_vertex.z;
  v_color = a_color * (255.0 / 254.0);
  float faded = mix(1.0, clamp(70.0 * u_scale / max(span, 1.0), 0.3, 1.0), u_fade);
  v_color.a = u_dim > 0.5 ? (a_lit > 0.5 ? 1.0 : v_color.a * faded * a_lit) : v_color.a * faded;
  gl_Position = vec4(place / u_viewport * 2.0, 0.0, 1.0);
}
`;

/** Paints dashes, heads and marks. PLAIN: there are only filled heads and lines without a gap. */
export const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_at;
varying float v_width;
varying vec4 v_look;
varying float v_part;

uniform float u_pixelRatio;
uniform vec3 u_paper;

void main() {
  float soft = 0.5 / u_pixelRatio + 0.15;
  #ifdef PLAIN
  float inside = v_part < 0.5 ? v_width * 0.5 - abs(v_at.y) : soft;
  gl_FragColor = vec4(v_color.rgb, 1.0) * (v_color.a * clamp(inside / soft * 0.5 + 0.5, 0.0, 1.0));
  #else
  float half_ = v_width * 0.5;
  vec4 paint = v_color;
  float far;
  if (v_part < 0.5) {
    float along = 0.0;
    if (v_look.y > 0.5) {
      float gap = v_look.y * v_width;
      along = max(abs(mod(v_at.x, gap) - gap * 0.5) - v_look.x * v_width * 0.5, 0.0);
      half_ *= v_look.x < 0.5 ? 1.35 : 1.0;
    }
    far = length(vec2(along, v_at.y)) - half_;
  } else if (v_part < 1.5) {
    far = -10.0;
    float head = 3.2 + 4.2 * v_width;
    float inside = min((v_at.x * 0.42 - abs(v_at.y)) * 0.922, head - v_at.x);
    if (v_look.z > 0.5 && inside > max(1.0, v_width)) paint = vec4(u_paper, v_color.a);
    far = -inside - soft * 0.5;
  } else {
    float stroke = 0.4 + v_width * 0.6;
    float arm = 2.0 + 4.0 * v_width;
    float reach = abs(v_at.x) + abs(v_at.y) - arm * 0.98;
    vec2 folded = abs(v_at);
    float cross_ = max(abs(folded.x - folded.y) * 0.7071 - stroke, max(folded.x, folded.y) - arm * 0.55);
    float ring = abs(reach + stroke) * 0.7071 - stroke * 0.7;
    if (v_look.w < 1.5) far = cross_;
    else {
      far = min(ring, v_look.w > 2.5 ? cross_ * 1.0 : 10.0);
      if (reach < -stroke && far > soft) {
        gl_FragColor = vec4(u_paper, 1.0) * v_color.a;
        return;
      }
    }
  }
  float alpha = paint.a * (1.0 - smoothstep(-soft, soft, far));
  gl_FragColor = vec4(paint.rgb, 1.0) * alpha;
  #endif
}
`;
