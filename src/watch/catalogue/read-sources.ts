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

/** Reads the MISP galaxy cluster file threat-actor.json. Throws, saying what was expected, on anything else. */
export function readMisp(json: string): Published {
  const file = parse(json, "MISP galaxy threat-actor.json");
  const values = listOf(file.values, "MISP galaxy threat-actor.json: a list `values`");
  return {
    version: `v${String(file.version ?? "?")}`,
    actors: values.map((value, at) => {
      const meta = isRecord(value.meta) ? value.meta : {};
      return {
        ...NOTHING,
        name: textOf(value.value, `MISP galaxy threat-actor.json: values[${at}].value`),
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
  const file = parse(json, "ATT&CK STIX bundle");
  const objects = listOf(file.objects, "ATT&CK STIX bundle: a list `objects`");
  const collection = objects.find((one) => one.type === "x-mitre-collection");
  const groups = objects.filter(
    (one) => one.type === "intrusion-set" && one.revoked !== true && one.x_mitre_deprecated !== true,
  );
  if (groups.length === 0)
    throw new Error("ATT&CK STIX bundle: expected objects of type intrusion-set, found none");
  return {
    version: `v${String(collection?.x_mitre_version ?? "?")}`,
    actors: groups.map((group) => {
      const name = textOf(group.name, "ATT&CK STIX bundle: an intrusion-set's name");
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
  const rows: unknown = JSON.parse(json.replace(/^\uFEFF/, ""));
  const list = listOf(rows, "MicrosoftMapping.json: a list of objects");
  return {
    version: `${list.length} names`,
    actors: list.map((row, at) => ({
      ...NOTHING,
      name: textOf(row["Threat actor name"], `MicrosoftMapping.json: [${at}]["Threat actor name"]`),
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
  let file: unknown;
  try {
    file = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(`${what}: not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (!isRecord(file)) throw new Error(`${what}: expected an object`);
  return file;
}

function listOf(value: unknown, expected: string): readonly Raw[] {
  const list = records(value);
  if (list.length === 0) throw new Error(`expected in ${expected}, with at least one entry`);
  return list;
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
