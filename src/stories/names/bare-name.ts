import { foldText } from "../../text/similarity.ts";

/** A name folded and without its article, under which two spellings are one voice. */
export function bare(name: string): string {
  return foldText(name).replace(/^the /, "");
}
