import { describe, expect, it } from "vitest";
import { env, readEnv, variables } from "./env.server";
import { StartRefusal } from "./start-refusal";

describe("readEnv", () => {
	it("has a value for everything a start without configuration needs", () => {
		expect(readEnv({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", DEMO: true, DEMO_PUBLIC: false });
		expect(readEnv({}).DATA_DIR).toMatch(/\/\.data$/);
		expect(readEnv({ PORT: " ", DEMO: "" })).toMatchObject({ PORT: 3000, DEMO: true });
	});

	it("loads the demonstration only with the embedded database, unless asked", () => {
		const DATABASE_URL = "postgres://app:secret@db.example.de/gemeinwerk";
		expect(readEnv({ DATABASE_URL }).DEMO).toBe(false);
		expect(readEnv({ DATABASE_URL, DEMO: "1" }).DEMO).toBe(true);
		expect(readEnv({ DEMO: "0" }).DEMO).toBe(false);
	});

	it.each([
		["PORT", "http"],
		["PORT", "65536"],
		["PORT", "-1"],
		["PORT", "3000.5"],
		["HOST", "a b"],
		["BASE_URL", "mitmachen.example.de"],
		["BASE_URL", "ftp://example.de"],
		["DATABASE_URL", "mysql://localhost/gemeinwerk"],
		["DATABASE_URL", "localhost"],
		["SMTP_URL", "mail.example.de"],
		["MAIL_FROM", "nobody"],
		["MAIL_FROM", "A <a@b.de>\r\nBcc: c@d.de"],
		["DEMO", "yes"],
		["DEMO_PUBLIC", "true"],
		["TRUST_PROXY", "everyone"],
		["TRUST_PROXY", "10.0.0.0/8,proxy"],
		["LOG_LEVEL", "loud"],
		["TEST_CLOCK", "2"],
		["SECRET_KEY", "short"],
	])("refuses %s=%s in one sentence that names it", (name, value) => {
		expect(() => readEnv({ [name]: value })).toThrow(StartRefusal);
		expect(() => readEnv({ [name]: value })).toThrow(
			new RegExp(`^Die Umgebungsvariable ${name} ist nicht brauchbar: erwartet wird .+\\.$`),
		);
	});

	it("keeps only the origin of BASE_URL and accepts proxies as number or addresses", () => {
		expect(readEnv({ BASE_URL: "https://mitmachen.example.de/" }).BASE_URL).toBe("https://mitmachen.example.de");
		expect(readEnv({ TRUST_PROXY: "1" }).TRUST_PROXY).toBe("1");
		expect(readEnv({ TRUST_PROXY: "10.0.0.0/8, ::1" }).TRUST_PROXY).toBe("10.0.0.0/8, ::1");
	});

	it.each(["0.0.0.0", "::", "192.168.1.5", "example.de"])("keeps the demonstration away from HOST=%s", (HOST) => {
		expect(() => readEnv({ HOST })).toThrow(/DEMO_PUBLIC=1/);
		expect(readEnv({ HOST, DEMO_PUBLIC: "1" }).HOST).toBe(HOST);
		expect(readEnv({ HOST, DEMO: "0" }).HOST).toBe(HOST);
	});

	it.each(["localhost", "127.0.0.1", "127.1.2.3", "::1"])("lets the demonstration listen on %s", (HOST) => {
		expect(readEnv({ HOST }).HOST).toBe(HOST);
	});

	it("wants MIGRATE_DATABASE_URL only beside DATABASE_URL", () => {
		expect(() => readEnv({ MIGRATE_DATABASE_URL: "postgres://a:b@c/d" })).toThrow(/zusammen mit DATABASE_URL/);
	});

	it("reads the process's own environment once", () => {
		expect(env()).toBe(env());
	});

	it("describes every variable once for the configuration table", () => {
		expect(variables.map(({ name }) => name)).toEqual([...new Set(Object.keys(readEnv(everything)))]);
		for (const { meaning } of variables) expect(meaning).not.toBe("");
	});
});

const everything = {
	BASE_URL: "https://a.de",
	DATABASE_URL: "postgres://a:b@c/d",
	MIGRATE_DATABASE_URL: "postgres://a:b@c/d",
	SMTP_URL: "smtp://a",
	TRUST_PROXY: "1",
	SECRET_KEY: "x".repeat(32),
};
