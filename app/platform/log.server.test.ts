import { Writable } from "node:stream";
import pino, { symbols } from "pino";
import { expect, test } from "vitest";
import { log, withoutSecrets } from "./log.server";
import { newToken } from "./tokens.server";

test("a secret in an address is cut out, an id stays", () => {
	const id = "019a586f-e700-7593-9009-5213e1c9925e";
	expect(withoutSecrets(`/passwort/${newToken()}`)).toBe("/passwort/…");
	expect(withoutSecrets(`/entwurf/${newToken()}/code`)).toBe("/entwurf/…/code");
	expect(withoutSecrets(`/datei/${id}`)).toBe(`/datei/${id}`);
});

test("of an error the sentence and the code are written, not the row that PostgreSQL quotes", () => {
	const lines: string[] = [];
	const stream = new Writable({
		write(piece, _encoding, next) {
			lines.push(String(piece));
			next();
		},
	});
	const probe = pino({ serializers: Reflect.get(log, symbols.serializersSym) }, stream);
	const row = { detail: "Failing row contains (elke@post.example)", meta: { email: "elke@post.example" } };
	probe.error({
		err: Object.assign(new Error("violates check"), { code: "23514", ...row }),
		path: `/stand/${newToken()}`,
	});
	expect(lines.join("")).toContain("23514");
	expect(lines.join("")).toContain("/stand/…");
	expect(lines.join("")).not.toContain("elke@");
});
