import { NodeProgram, type NodeProgramType } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { type ArrowAttributes, type NodeAttributes, RIMS } from "./attributes";
import { type Light, tell, type Uniform, UNIFORMS } from "./light";
import { OUTLINES } from "./shapes";

type ProgramInfo = Parameters<NodeProgram<Uniform>["setUniforms"]>[1];
type NodesType = NodeProgramType<NodeAttributes, ArrowAttributes>;


const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_outline;
attribute float a_rim;
attribute float a_lit;
attribute vec4 a_color;
attribute vec4 a_id;
#ifdef DOT
uniform float u_pixelRatio;
#else
attribute vec2 a_corner;
#endif

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_scale;
uniform float u_dim;

varying vec4 v_color;
varying float v_rim;
varying vec4 v_outline;
#ifdef DOT
varying float v_reach;
#else
varying vec2 v_at;
#endif

void main() {
  float radius = a_size * u_scale;
  float rim = a_rim > 0.5 && a_rim < 1.5 ? 2.5 : min(1.4, radius * 0.22);
  float out_ = radius * a_outline.z + rim + 0.7;
  v_outline = vec4(radius < 2.5 ? 0.0 : a_outline.x, a_outline.y, radius * a_outline.z, a_outline.w);  // too small for corners
  v_rim = a_rim;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  #ifndef PICKING_MODE
  v_color.a *= mix(1.0, a_lit, u_dim);
  #endif
  vec2 place = (u_matrix * vec3(a_position, 1.0)).xy;
  #ifdef DOT
  v_reach = out_;
  gl_Position = vec4(place, 0.0, 1.0);
  gl_PointSize = 2.0 * out_ * u_pixelRatio;
  #else
  v_at = a_corner * out_;
  gl_Position = vec4(place + v_at / u_viewport * 2.0, 0.0, 1.0);
  #endif
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_rim;
varying vec4 v_outline;
#ifdef DOT
varying float v_reach;
#define v_at ((gl_PointCoord * 2.0 - 1.0) * vec2(v_reach, -v_reach))
#else
varying vec2 v_at;
#endif

uniform float u_pixelRatio;
uniform vec3 u_paper;
uniform vec3 u_ink;

float outside() {
  float many = v_outline.x;
  float radius = v_outline.z;
  if (many < 0.5) return length(v_at) - radius;
  float step_ = 6.2831853 / many;
  float angle = abs(mod(atan(v_at.y, v_at.x) - v_outline.y + step_ * 0.5, step_) - step_ * 0.5);
  vec2 place = length(v_at) * vec2(cos(angle), sin(angle));
  return dot(place, vec2(cos(step_ * 0.5), sin(step_ * 0.5))) - radius * v_outline.w;
}

void main() {
  #ifdef PICKING_MODE
  if (length(v_at) > v_outline.z + 1.0) discard;
  gl_FragColor = v_color;
  #else
  float far = outside();
  float soft = 0.5 / u_pixelRatio + 0.1;
  vec3 rim = v_rim > 0.5 && v_rim < 1.5 ? u_ink : u_paper;
  float wide = v_rim > 0.5 && v_rim < 1.5 ? 2.5 : min(1.4, v_outline.z * 0.22);
  vec3 paint = v_color.rgb;
  if (v_rim > 2.5) {
    float ring = abs(length(v_at) - v_outline.z + 3.5) - 1.0;
    paint = mix(u_paper, paint, smoothstep(-soft, soft, ring));
  } else if (v_rim > 1.5) {
    paint = mix(u_paper, paint, smoothstep(-soft, soft, length(v_at) - v_outline.z * 0.3));
  }
  float edge = 1.0 - smoothstep(-soft, soft, far - wide);
  paint = mix(paint, rim, smoothstep(-soft, soft, far));
  gl_FragColor = vec4(paint, 1.0) * (v_color.a * edge);
  #endif
}
`;

/** Draws nodes of all shapes: as squares, or as points, which are drawn faster but vanish as soon as their middle leaves the page. */
export function nodes(light: Light, as: "squares" | "points"): NodesType {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLES, POINTS } = WebGLRenderingContext;
  const define = as === "points" ? "#define DOT\n" : "";
  const shared = {
    VERTEX_SHADER_SOURCE: define + VERTEX,
    FRAGMENT_SHADER_SOURCE: define + FRAGMENT,
    UNIFORMS,
    ATTRIBUTES: [
      { name: "a_position", size: 2, type: FLOAT },
      { name: "a_size", size: 1, type: FLOAT },
      { name: "a_outline", size: 4, type: FLOAT },
      { name: "a_rim", size: 1, type: FLOAT },
      { name: "a_lit", size: 1, type: FLOAT },
      { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
      { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
    ],
  };
  const CORNERS = [[-1, -1], [1, -1], [-1, 1], [-1, 1], [1, -1], [1, 1]];
  return class extends NodeProgram<Uniform, NodeAttributes, ArrowAttributes> {
    override getDefinition() {
      if (as === "points") return { ...shared, VERTICES: 1, METHOD: POINTS };
      return { ...shared, VERTICES: 6, METHOD: TRIANGLES, CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }], CONSTANT_DATA: CORNERS };
    }

    /** While the camera moves nobody points at anything. */
    override render(params: RenderParams): void {
      const { pickProgram } = this;
      if (light.isMoving) this.pickProgram = null;
      super.render(params);
      this.pickProgram = pickProgram;
    }

    override processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
      const { array } = this;
      const look = data as NodeDisplayData & NodeAttributes;
      const outline = OUTLINES[look.shape];
      array[start] = data.x;
      array[start + 1] = data.y;
      array[start + 2] = data.size;
      array[start + 3] = outline.corners;
      array[start + 4] = outline.turn;
      array[start + 5] = outline.grow;
      array[start + 6] = outline.middle;
      array[start + 7] = RIMS.indexOf(look.rim);
      array[start + 8] = look.lit ? 1 : 0.12;
      array[start + 9] = floatColor(data.color);
      array[start + 10] = id;
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      tell(gl, uniformLocations, params, light);
    }
  } as unknown as NodesType;
}
