import iconv from "iconv-lite";

const DECLARED_WITHIN = 2_048;

/** Bytes of a document to text: byte order mark, then the HTTP charset, then the document's own declaration, else UTF-8 (RFC 7303). */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = byMark(buffer);
  if (marked !== undefined) return marked;
  const head = buffer.subarray(0, DECLARED_WITHIN).toString("latin1");
  const http = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const own =
    /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  return byNames(buffer, http, own);
}

function byMark(buffer: Buffer): string | undefined {
  const [a, b, c, d] = buffer;
  if (a === 0xef && b === 0xbb && c === 0xbf) return iconv.decode(buffer, "utf-8");
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return iconv.decode(buffer, "utf-32le");
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return iconv.decode(buffer, "utf-32be");
  if (a === 0xff && b === 0xfe) return iconv.decode(buffer, "utf-16le");
  if (a === 0xfe && b === 0xff) return iconv.decode(buffer, "utf-16be");
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return iconv.decode(buffer, "utf-32le");
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return iconv.decode(buffer, "utf-32be");
  if (a === 0x3c && b === 0 && d === 0) return iconv.decode(buffer, "utf-16le");
  if (a === 0 && b === 0x3c && c === 0) return iconv.decode(buffer, "utf-16be");
  return undefined;
}

function byNames(buffer: Buffer, http: string | undefined, own: string | undefined): string {
  const names = [http, own].filter((name) => name !== undefined && usable(name));
  // Many servers announce a charset for all their text files; strict UTF-8 hardly ever reads right by chance.
  if (names.every((name) => /^utf-?8$/i.test(name ?? "")) || isLatin(names[0])) {
    const strict = strictUtf8(buffer);
    if (strict !== undefined) return strict;
  }
  const other = names.find((name) => !/^utf-?8$/i.test(name ?? ""));
  if (other === undefined) {
    const utf8 = iconv.decode(buffer, "utf-8");
    // A byte or two may be torn by a cut; without any character that is whole, the declaration is mistaken.
    return names.length > 0 && /[\u0080-\ufffc]/.test(utf8) ? utf8 : iconv.decode(buffer, "windows-1252");
  }
  const first = names[0] ?? other;
  return iconv.decode(buffer, isLatin(first) ? "windows-1252" : first);
}

function usable(name: string): boolean {
  // UTF-16 without a mark or zero bytes is a mistaken declaration.
  return iconv.encodingExists(name) && !/^(?:utf-?(?:16|32)|ucs|unicode|base64|hex|binary)/i.test(name);
}

function isLatin(name: string | undefined): boolean {
  return name !== undefined && /^(?:us-)?ascii$|^iso-?8859-?1$|^latin-?1$/i.test(name);
}

function strictUtf8(buffer: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
  } catch {
    return undefined;
  }
}
