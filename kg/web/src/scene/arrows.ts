import { EdgeProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { LineLook } from "../model/looks";
import { BODY, FRAGMENT, HEAD, MARK, VERTEX } from "./arrowshaders";
import type { ArrowAttributes, NodeAttributes } from "./attributes";
import { type Light, tell, type Uniform, UNIFORMS } from "./light";

/** Marks in the middle of a line, added up. */
export const CROSS = 1;
export const DISPUTED = 2;

type ProgramInfo = Parameters<EdgeProgram<Uniform>["setUniforms"]>[1];
type ArrowProgramType = EdgeProgramType<NodeAttributes, ArrowAttributes>;

const HEADS: readonly LineLook["head"][] = ["filled", "hollow", "none"];

/** What a program can draw: lines of so many straight pieces (1 where they're straight); whether all are plain, or some have marks. */
export interface Kind {
  readonly pieces: number;
  readonly extra: "plain" | "dashed" | "marked";
}

/** Draws lines with their heads. Sigma's own would draw each a second time, for picking, and fill the same buffers anew at every frame. */
export function arrows(light: Light, { pieces, extra }: Kind): ArrowProgramType {
  const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;
  const vertices = [...body(pieces), ...headed(), ...(extra === "marked" ? mark() : [])];
  const kind = `${pieces === 1 ? "#define STRAIGHT\n" : ""}${extra === "plain" ? "#define PLAIN\n" : ""}`;
  return class extends EdgeProgram<Uniform, NodeAttributes, ArrowAttributes> {
    private isStale = true;

    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: ConstructorParameters<ArrowProgramType>[2]) {
      super(gl, null, renderer);
    }

    override getDefinition() {
      return {
        VERTICES: vertices.length,
        VERTEX_SHADER_SOURCE: kind + VERTEX,
        FRAGMENT_SHADER_SOURCE: kind + FRAGMENT,
        METHOD: WebGLRenderingContext.TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_radii", size: 2, type: FLOAT },
          { name: "a_bend", size: 1, type: FLOAT },
          { name: "a_width", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_look", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_lit", size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_vertex", size: 3, type: FLOAT }],
        CONSTANT_DATA: vertices,
      };
    }

    override reallocate(capacity: number): void {
      this.isStale = true;
      super.reallocate(capacity);
    }

    protected override bindProgram(program: ProgramInfo): void {
      if (this.isStale) {
        this.isStale = false;
        super.bindProgram(program);
        return;
      }
      const { gl } = program;
      const bind = (buffer: WebGLBuffer, attributes: typeof this.ATTRIBUTES, isEach: boolean): void => {
        gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
        attributes.reduce((offset, one) => offset + this.bindAttribute(one, program, offset, isEach), 0);
      };
      bind(program.constantBuffer, this.CONSTANT_ATTRIBUTES, false);
      bind(program.buffer, this.ATTRIBUTES, true);
      gl.bindBuffer(gl.ARRAY_BUFFER, null);
    }

    override processVisibleItem(_id: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
      this.isStale = true;
      const { array } = this;
      const look = data as EdgeDisplayData & ArrowAttributes;
      array[start] = source.x;
      array[start + 1] = source.y;
      array[start + 2] = target.x;
      array[start + 3] = target.y;
      array[start + 4] = source.size;
      array[start + 5] = target.size;
      array[start + 6] = look.bend;
      array[start + 7] = look.width;
      array[start + 8] = floatColor(data.color);
      array[start + 9] = bytes(look.dash, look.gap, HEADS.indexOf(look.head), look.mark);
      array[start + 10] = look.lit ? 1 : 0.1;
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      tell(gl, uniformLocations, params, light);
    }
  } as unknown as ArrowProgramType;
}

/** Two triangles for each piece: how far along, which side. */
function body(pieces: number): number[][] {
  return Array.from({ length: pieces }, (_, n) => [n / pieces, (n + 1) / pieces]).flatMap(([from = 0, to = 1]) => [
    [from, 1, BODY],
    [from, -1, BODY],
    [to, 1, BODY],
    [to, 1, BODY],
    [from, -1, BODY],
    [to, -1, BODY],
  ]);
}

function headed(): number[][] {
  return [
    [0, 0, HEAD],
    [1, 1, HEAD],
    [1, -1, HEAD],
  ];
}

function mark(): number[][] {
  return [
    [-1, -1, MARK],
    [1, -1, MARK],
    [-1, 1, MARK],
    [-1, 1, MARK],
    [1, -1, MARK],
    [1, 1, MARK],
  ];
}

const FOUR = new Uint8Array(4);
const ONE = new Float32Array(FOUR.buffer);

/** Four small numbers in a float's place; the last one below 254 so that it's no NaN. */
function bytes(...four: readonly [number, number, number, number]): number {
  FOUR.set(four);
  return ONE[0] ?? 0;
}
