/** Latin-1 names from U+00A0 on, in order. */
const LATIN1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const OTHERS =
  "amp=& lt=< gt=> quot=\" apos=' OElig=Œ oelig=œ Scaron=Š scaron=š Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡ bull=• hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› oline=‾ frasl=⁄ euro=€ trade=™ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ rArr=⇒ hArr=⇔ minus=− infin=∞ asymp=≈ ne=≠ equiv=≡ le=≤ ge=≥ sum=∑ radic=√ lowast=∗ loz=◊ hearts=♥ check=✓ hyphen=‐ dash=‐ horbar=― lsquor=‚ rsquor=’ ldquor=„ rdquor=” num=# excl=! dollar=$ percnt=% lpar=( rpar=) ast=* plus=+ comma=, period=. sol=/ colon=: semi=; equals== quest=? commat=@ lsqb=[ lbrack=[ bsol=\\ rsqb=] rbrack=] lowbar=_ grave=` lcub={ lbrace={ verbar=| vert=| rcub=} rbrace=} Alpha=Α Beta=Β Gamma=Γ Delta=Δ Epsilon=Ε Omega=Ω alpha=α beta=β gamma=γ delta=δ epsilon=ε lambda=λ mu=μ pi=π sigma=σ omega=ω Abreve=Ă abreve=ă Cacute=Ć cacute=ć Ccaron=Č ccaron=č Dstrok=Đ dstrok=đ Ecaron=Ě ecaron=ě Eogon=Ę eogon=ę Aogon=Ą aogon=ą Gbreve=Ğ gbreve=ğ Idot=İ inodot=ı Lstrok=Ł lstrok=ł Nacute=Ń nacute=ń Ncaron=Ň ncaron=ň Odblac=Ő odblac=ő Rcaron=Ř rcaron=ř Sacute=Ś sacute=ś Scedil=Ş scedil=ş Tcaron=Ť tcaron=ť Udblac=Ű udblac=ű Uring=Ů uring=ů Zacute=Ź zacute=ź Zcaron=Ž zcaron=ž Zdot=Ż zdot=ż";
const SPACES: readonly (readonly [string, number])[] = [
  ["ensp", 0x2002],
  ["emsp", 0x2003],
  ["thinsp", 0x2009],
  ["hairsp", 0x200a],
  ["numsp", 0x2007],
  ["zwnj", 0x200c],
  ["zwj", 0x200d],
  ["lrm", 0x200e],
  ["rlm", 0x200f],
  ["NewLine", 0x0a],
  ["Tab", 0x09],
];
/** Numeric references 128 to 159 mean Windows-1252, as in browsers. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN1.split(" ").map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...OTHERS.split(" ").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  }),
  ...SPACES.map(([name, code]) => [name, String.fromCharCode(code)] as const),
]);

/** Decodes HTML character references once; unknown names stay as they are, impossible numbers vanish. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#[xX]([0-9a-fA-F]{1,8})|#(\d{1,8})|([A-Za-z][A-Za-z0-9]{1,31}));/g, (...match) => {
    const [whole, hex, decimal, name] = match as [string, string?, string?, string?];
    if (name !== undefined) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole;
    return fromCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

function fromCode(code: number): string {
  if (code >= 128 && code <= 159) return WINDOWS_1252[code - 128] ?? "";
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || code > 0x10ffff || surrogate ? "" : String.fromCodePoint(code);
}
