import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

const folder = "tests/fixtures/oparl/schema";
const isUrl = (text: string) => {
	const url = URL.parse(text);
	return url !== null && /^https?:$/.test(url.protocol);
};

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat("url", isUrl);
ajv.addFormat("date", /^\d{4}-\d{2}-\d{2}$/);
// RFC 3339: a moment without its zone is none
ajv.addFormat("date-time", /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/);

const validators = new Map<string, ValidateFunction>();

/** The published schema of a type; what OParl writes as `"schema": "File.json"` is a reference to another one. */
function validatorOf(type: string): ValidateFunction {
	const known = validators.get(type);
	if (known) return known;
	const schema = JSON.parse(readFileSync(`${folder}/${type}.json`, "utf8"));
	const validate = ajv.compile(schema);
	validators.set(type, validate);
	return validate;
}

/**
 * Checks an object, and all objects embedded in it, against the published JSON schemas of OParl 1.1.
 * @returns one line per fault: where, what
 */
export function oparlFaults(object: unknown): string[] {
	if (Array.isArray(object)) return object.flatMap(oparlFaults);
	if (typeof object !== "object" || object === null) return [];
	const { type, id } = object as { type?: unknown; id?: unknown };
	const inside = Object.values(object).flatMap(oparlFaults);
	const [, name] = /^https:\/\/schema\.oparl\.org\/1\.1\/(\w+)$/.exec(String(type)) ?? [];
	if (!name) return inside;
	const validate = validatorOf(name);
	if (validate(object)) return inside;
	return [...(validate.errors ?? []).map((error) => `${String(id)} ${error.instancePath} ${error.message}`), ...inside];
}
