import type { z } from "zod";
import { configSchema } from "./schema.ts";

export interface DocumentedKey {
  /** "feeds[].url". */
  readonly key: string;
  readonly description: string | undefined;
}

/** Lists the keys that may stand at a path of feeds.yaml; list positions are numbers. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let shapes = objectsIn(configSchema);
  for (const step of path) {
    if (typeof step === "number") continue;
    shapes = shapes.flatMap((shape) => {
      const next = shape[String(step)];
      return next === undefined ? [] : objectsIn(next);
    });
  }
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
}

/** Lists every key of feeds.yaml in order, with its line of documentation. */
export function listKeys(): readonly DocumentedKey[] {
  return walk(configSchema, "");
}

function walk(schema: z.core.$ZodType, prefix: string): DocumentedKey[] {
  return objectsIn(schema).flatMap((shape) =>
    Object.entries(shape).flatMap(([name, inner]) => {
      const key = prefix === "" ? name : `${prefix}.${name}`;
      const description = (inner as z.ZodType).description;
      return [{ key, description }, ...walk(inner, isList(inner) ? `${key}[]` : key)];
    }),
  );
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;
type Definition = {
  readonly type: string;
  readonly shape?: Shape;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
};

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

function innerOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { element, innerType, options } = definitionOf(schema);
  return [element, innerType, ...(options ?? [])].filter((inner) => inner !== undefined);
}

function objectsIn(schema: z.core.$ZodType): readonly Shape[] {
  const { shape } = definitionOf(schema);
  return shape === undefined ? innerOf(schema).flatMap(objectsIn) : [shape];
}

function isList(schema: z.core.$ZodType): boolean {
  return definitionOf(schema).type === "array" || innerOf(schema).some(isList);
}
