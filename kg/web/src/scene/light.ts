import type { RenderParams } from "sigma/types";
import { channels, type Palette } from "../styles/palette";

/** What the shaders are told at each frame: how far everything but the lit is dimmed (0 to 1), whether long lines fade (1), whether the camera moves over much, and the colours of paper and ink. */
export interface Light {
  dim: number;
  fade: number;
  isMoving: boolean;
  paper: Float32Array;
  ink: Float32Array;
}

export function light(palette: Palette): Light {
  return { dim: 0, fade: 0, isMoving: false, paper: floats(palette.paper), ink: floats(palette.ink) };
}

export function floats(colour: string): Float32Array {
  return Float32Array.from(channels(colour), (value) => value / 255);
}

export const UNIFORMS = ["u_matrix", "u_viewport", "u_scale", "u_pixelRatio", "u_dim", "u_fade", "u_paper", "u_ink"] as const;

export type Uniform = (typeof UNIFORMS)[number];

/** Tells a shader of this frame: its camera (`u_scale` is how much larger things are than at first), and the light. */
export function tell(
  gl: WebGLRenderingContext | WebGL2RenderingContext,
  places: Readonly<Partial<Record<Uniform, WebGLUniformLocation>>>,
  params: RenderParams,
  { dim, fade, paper, ink }: Light,
): void {
  const at = (name: Uniform): WebGLUniformLocation | null => places[name] ?? null;
  gl.uniformMatrix3fv(at("u_matrix"), false, params.matrix);
  gl.uniform2f(at("u_viewport"), params.width, params.height);
  gl.uniform1f(at("u_scale"), 1 / params.sizeRatio);
  gl.uniform1f(at("u_pixelRatio"), params.pixelRatio);
  gl.uniform1f(at("u_dim"), dim);
  gl.uniform1f(at("u_fade"), fade);
  gl.uniform3fv(at("u_paper"), paper);
  gl.uniform3fv(at("u_ink"), ink);
}
