/** A group as one published catalogue describes it. */
export interface PublishedActor {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string | undefined;
  readonly motivation: readonly string[];
  readonly sectors: readonly string[];
  /** ATT&CK group ids that it gives: "G0006". */
  readonly attackIds: readonly string[];
  readonly uuid: string | undefined;
  readonly similarTo: readonly string[];
}
export interface Published {
  readonly version: string;
  readonly actors: readonly PublishedActor[];
}

type Raw = Readonly<Record<string, unknown>>;

const MISP = "MISP galaxy threat-actor.json";
const ATTACK = "ATT&CK STIX bundle";
const MICROSOFT = "MicrosoftMapping.json";

/** Reads the MISP galaxy cluster file threat-actor.json. Throws, saying what was expected, on anything else. */
export function readMisp(json: string): Published {
  const file = parse(json, MISP);
  const values = listOf(file.values ?? file, "a list `values`", MISP);
  return {
    version: `v${String(file.version ?? "?")}`,
    actors: values.map((value, at) => {
      const meta = isRecord(value.meta) ? value.meta : {};
      return {
        ...NOTHING,
        name: textOf(value.value, `${MISP}: values[${at}].value`),
        aliases: texts(meta.synonyms),
        country: texts(meta.country)[0],
        motivation: texts(meta["cfr-type-of-incident"]),
        sectors: texts(meta["targeted-sector"]),
        attackIds: [
          ...texts(meta.refs)
            .join(" ")
            .matchAll(/attack\.mitre\.org\/groups?\/(G\d{4})/gi),
        ].map((match) => match[1] ?? ""),
        uuid: texts(value.uuid)[0],
        similarTo: records(value.related).flatMap((one) =>
          one.type === "similar" ? texts(one["dest-uuid"]) : [],
        ),
      };
    }),
  };
}

/** Reads the ATT&CK STIX bundle; revoked and deprecated groups are left out. Throws on anything else. */
export function readAttack(json: string): Published {
  const file = parse(json, ATTACK);
  const objects = listOf(file.objects ?? file, "a list `objects`", ATTACK);
  const collection = objects.find((one) => one.type === "x-mitre-collection");
  const groups = objects.filter(
    (one) => one.type === "intrusion-set" && one.revoked !== true && one.x_mitre_deprecated !== true,
  );
  if (groups.length === 0)
    throw new Error(
      `${ATTACK}: expected objects of type intrusion-set, found none among ${objects.length} objects`,
    );
  return {
    version: `v${String(collection?.x_mitre_version ?? "?")}`,
    actors: groups.map((group) => {
      const name = textOf(group.name, `${ATTACK}: an intrusion-set's name`);
      return {
        ...NOTHING,
        name,
        aliases: texts(group.aliases).filter((alias) => alias !== name && !/^G\d{4}$/.test(alias)),
        attackIds: records(group.external_references).flatMap((one) =>
          one.source_name === "mitre-attack" ? texts(one.external_id) : [],
        ),
      };
    }),
  };
}

/** Reads Microsoft's MicrosoftMapping.json; other names stand there in one string, split at commas. Throws on anything else. */
export function readMicrosoft(json: string): Published {
  const list = listOf(parseJson(json, MICROSOFT), "a list", MICROSOFT);
  return {
    version: `${list.length} names`,
    actors: list.map((row, at) => ({
      ...NOTHING,
      name: textOf(row["Threat actor name"], `${MICROSOFT}: [${at}]["Threat actor name"]`),
      aliases: texts(row["Other names"])
        .flatMap((names) => names.split(","))
        .map((name) => name.trim())
        .filter((name) => name !== ""),
    })),
  };
}

const NOTHING = {
  aliases: [],
  country: undefined,
  motivation: [],
  sectors: [],
  attackIds: [],
  uuid: undefined,
  similarTo: [],
} as const;

function parse(json: string, what: string): Raw {
  const file = parseJson(json, what);
  if (!isRecord(file)) throw new Error(`${what}: expected an object, got ${describe(file)}`);
  return file;
}

function parseJson(json: string, what: string): unknown {
  const text = json.replace(/^\uFEFF/, "");
  if (text.trim() === "") throw new Error(`${what}: expected JSON, got an empty file`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${what}: not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** The entries of a list: a single odd one refuses the file, as nobody would notice a name that is gone. */
function listOf(value: unknown, expected: string, what: string): readonly Raw[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new Error(`${what}: expected ${expected} with at least one entry, got ${describe(value)}`);
  const odd = value.findIndex((one) => !isRecord(one));
  if (odd < 0) return value;
  throw new Error(`${what}: expected ${expected} of objects, got ${describe(value[odd])} at [${odd}]`);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (!isRecord(value)) return JSON.stringify(value).slice(0, 60);
  const keys = Object.keys(value);
  return keys.length === 0 ? "an empty object" : `an object with ${keys.slice(0, 6).join(", ")}`;
}

function records(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function texts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === "string" && one.trim() !== "");
}

function textOf(value: unknown, expected: string): string {
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  throw new Error(`expected a name at ${expected}, got ${JSON.stringify(value)}`);
}

function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
