import type { z } from "zod";
import { nearestWord } from "../text/nearest-word.ts";
import { keysAt } from "./keys-at.ts";

type Issue = z.core.$ZodIssue;
export interface KeyedMistake {
  readonly path: readonly PropertyKey[];
  /** True where the mistake is the key itself, not its value. */
  readonly atKey: boolean;
  readonly message: string;
}

/** Says every mistake that the schema found as "expected …, got …", unions reduced to the branch that was meant. */
export function explainIssues(issues: readonly Issue[], raw: unknown): KeyedMistake[] {
  return issues.flatMap((issue) => explainIssue(issue, [], raw));
}

function explainIssue(issue: Issue, before: readonly PropertyKey[], raw: unknown): KeyedMistake[] {
  const path = [...before, ...issue.path];
  const say = (expected: string): KeyedMistake[] => [
    { path, atKey: false, message: `expected ${expected}, got ${describeValue(valueAt(raw, path))}` },
  ];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const known = keysAt(path);
        const near = nearestWord(key, known);
        const hint = near === undefined ? `known keys: ${known.join(", ")}` : `did you mean "${near}"?`;
        return { path: [...path, key], atKey: true, message: `unknown key "${key}"; ${hint}` };
      });
    case "invalid_union":
      return explainUnion(issue, path, raw);
    case "invalid_value": {
      const value = valueAt(raw, path);
      const choices = issue.values.map(String);
      const near = typeof value === "string" ? nearestWord(value, choices) : undefined;
      const list = choices.length === 1 ? `"${choices[0]}"` : `one of ${choices.join(", ")}`;
      return say(list).map((found) =>
        near === undefined ? found : { ...found, message: `${found.message}; did you mean "${near}"?` },
      );
    }
    case "invalid_type":
      return say(NAMES_OF_TYPES[issue.expected] ?? issue.expected);
    default:
      return say(issue.message);
  }
}

const NAMES_OF_TYPES: Readonly<Record<string, string>> = {
  object: "keys with values",
  array: "a list",
  string: "a text",
  boolean: "true or false",
  number: "a number",
};

function explainUnion(issue: Issue & { code: "invalid_union" }, path: readonly PropertyKey[], raw: unknown) {
  const branches: readonly (readonly Issue[])[] = issue.errors;
  // The branch that was meant is the one whose kind of value fits and that complains further inside.
  const meant = branches.find((errors) =>
    errors.every((e) => e.path.length > 0 || e.code === "unrecognized_keys"),
  );
  if (meant !== undefined) return meant.flatMap((inner) => explainIssue(inner, path, raw));
  const value = valueAt(raw, path);
  const expected = branches
    .flatMap((errors) => errors.slice(0, 1))
    .map(describeBranch)
    .join(", or ");
  return [{ path, atKey: false, message: `expected ${expected}, got ${describeValue(value)}` }];
}

function describeBranch(issue: Issue): string {
  if (issue.code === "invalid_value") return issue.values.map((value) => `"${String(value)}"`).join(", ");
  if (issue.code === "invalid_type") return NAMES_OF_TYPES[issue.expected] ?? issue.expected;
  return issue.message;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Describes a value shortly for a message; what looks like a token is never repeated. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object") return "keys with values";
  const text = JSON.stringify(value) ?? String(value);
  if (/xox[a-z]-|xapp-|https?:\/\/[^/\s]*@|hooks\.slack\.com/i.test(text))
    return "a value not shown, as it looks like a secret";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
