/** Authorities that papers spell out or shorten as they like. */
const AGENCIES: readonly (readonly [string, string])[] = [
  ["federal bureau of investigation", "FBI"],
  ["cybersecurity and infrastructure security agency", "CISA"],
  ["national security agency", "NSA"],
  ["department of homeland security", "DHS"],
  ["federal communications commission", "FCC"],
  ["securities and exchange commission", "SEC"],
];

/** A name with the authorities in it shortened. */
export function shortenAgencies(name: string): string {
  let out = name;
  for (const [long, short] of AGENCIES) {
    const at = out.toLowerCase().indexOf(long);
    if (at >= 0)
      out = `${out.slice(0, at).replace(/(?:US|U\.S\.) $/, "")}${short}${out.slice(at + long.length)}`;
  }
  return out;
}
