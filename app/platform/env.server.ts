import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";
import { isLoopback } from "./loopback";
import { readMailAddress } from "./mail/address";
import { StartRefusal } from "./start-refusal";

const switchedOn = z.enum(["0", "1"]).transform((value) => value === "1");
const secret = z.string().min(32);

function url(...protocols: string[]) {
	return z.string().refine((value) => {
		const parsed = URL.parse(value);
		return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== "";
	});
}

const proxy = z.string().refine((value) => {
	if (/^\d{1,2}$/.test(value)) return true;
	return value.split(",").every((entry) => {
		const [address = "", bits] = entry.trim().split("/");
		return isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
	});
});

/** One entry per variable: its check, what is expected (for the refusal), its meaning and default (for the README's table). */
const entries = {
	PORT: {
		check: z.coerce.number().int().min(0).max(65535),
		initial: "3000",
		expected: "eine Zahl von 0 bis 65535 (0 = ein freier Port)",
		meaning: "Port des Webservers; 0 nimmt einen freien",
	},
	HOST: {
		check: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
		initial: "127.0.0.1",
		expected: "ein Rechnername oder eine IP-Adresse",
		meaning: "Adresse, an der der Webserver lauscht (127.0.0.1 = nur dieser Rechner, 0.0.0.0 oder :: = alle)",
	},
	BASE_URL: {
		check: url("http:", "https:").transform((value) => new URL(value).origin),
		expected: "eine Adresse wie https://mitmachen.example.de",
		meaning: "Öffentliche Adresse für Verweise in Nachrichten; hinter einem Proxy angeben",
		shownDefault: "http://HOST:PORT",
	},
	DATA_DIR: {
		check: z
			.string()
			.min(1)
			.transform((value) => path.resolve(value)),
		initial: ".data",
		expected: "ein Ordner",
		meaning: "Ordner für Datenbank, Dateien und Geheimnisse",
	},
	DATABASE_URL: {
		check: url("postgres:", "postgresql:"),
		expected: "eine Adresse wie postgres://name:passwort@rechner:5432/gemeinwerk",
		meaning: "PostgreSQL ab Version 15 (Rolle der Anwendung) statt der mitgelieferten Datenbank",
		shownDefault: "mitgelieferte Datenbank",
	},
	MIGRATE_DATABASE_URL: {
		check: url("postgres:", "postgresql:"),
		expected: "eine Adresse wie postgres://eigner:passwort@rechner:5432/gemeinwerk",
		meaning: "Dieselbe Datenbank mit der Rolle, der die Tabellen gehören; nur zusammen mit DATABASE_URL",
		shownDefault: "DATABASE_URL",
	},
	SMTP_URL: {
		check: url("smtp:", "smtps:"),
		expected: "eine Adresse wie smtps://name:passwort@mail.example.de:465",
		meaning: "Mailserver für ausgehende Nachrichten",
		shownDefault: "in der Vorführung das Postfach unter /demo/post",
	},
	MAIL_FROM: {
		check: z.string().regex(/^(?:[^<>\r\n"]{1,100} <[^\s@<>"]+@[^\s@<>"]+>|[^\s@<>"]+@[^\s@<>"]+)$/),
		initial: "Gemeinwerk <gemeinwerk@localhost>",
		expected: "eine Mailadresse, auch mit Namen: Gemeinwerk <post@example.de>",
		meaning: "Absender ausgehender Nachrichten",
	},
	DEMO: {
		check: switchedOn,
		expected: "0 oder 1",
		meaning: "Vorführung mit erfundenen Menschen und Texten laden",
		shownDefault: "1 mit der mitgelieferten Datenbank, sonst 0",
	},
	DEMO_PUBLIC: {
		check: switchedOn,
		initial: "0",
		expected: "0 oder 1",
		meaning: "Vorführung auch außerhalb dieses Rechners erreichbar machen (ihre Kennwörter sind bekannt)",
	},
	TRUST_PROXY: {
		check: proxy,
		expected: "die Zahl der Proxys davor oder ihre Adressen, mit Komma getrennt",
		meaning: "Proxys, deren X-Forwarded-Angaben gelten",
		shownDefault: "keine",
	},
	LOG_LEVEL: {
		check: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
		initial: "info",
		expected: "fatal, error, warn, info, debug, trace oder silent",
		meaning: "Wie viel das Protokoll enthält",
	},
	TEST_CLOCK: {
		check: switchedOn,
		initial: "0",
		expected: "0 oder 1",
		meaning: "Uhr des Servers von Tests stellen lassen; nie im Betrieb",
	},
	METRICS_TOKEN: {
		check: secret,
		expected: "mindestens 32 Zeichen Zufall",
		meaning: "Kennwort für /metrics und /health/proxy von anderen Rechnern aus („Authorization: Bearer …“)",
		shownDefault: "nur von diesem Rechner aus",
	},
	MAINTENANCE: {
		check: z.enum(["off", "read-only"]),
		initial: "off",
		expected: "off oder read-only",
		meaning: "Mit read-only wird nur gelesen: Eingaben antworten 503, kein Arbeiter läuft",
	},
	CLAMD: {
		check: z.string().regex(/^(?:\/\S+|\S+:\d{1,5})$/),
		expected: "rechner:port oder der Pfad eines Sockets",
		meaning: "ClamAV, das jede hochgeladene Datei prüft",
		shownDefault: "keine Prüfung",
	},
	SECRET_KEY: {
		check: secret,
		expected: "mindestens 32 Zeichen Zufall",
		meaning: "Schlüssel für Unterschriften und verschlüsselte Felder; bei mehreren Servern überall derselbe",
		shownDefault: "einmal erzeugt in DATA_DIR/secret-key",
	},
	SEAL_P12: {
		check: z.string().min(1),
		expected: "der Pfad einer PKCS#12-Datei (.p12, .pfx)",
		meaning: "Schlüssel und Zertifikat für den elektronischen Prüfvermerk",
		shownDefault: "einmal erzeugt in DATA_DIR/seal-key.pem",
	},
	SEAL_PASSPHRASE: {
		check: z.string().min(1),
		expected: "das Kennwort der Datei SEAL_P12",
		meaning: "Kennwort der Datei SEAL_P12",
		shownDefault: "keines",
	},
	SEAL_SIGNER: {
		check: z.string().min(1),
		expected: "der Pfad eines Moduls (.mjs)",
		meaning: "Modul, das ein Gerät (HSM) unterschreiben lässt; sein default export ist ein `Signer` von @libpdf/core",
		shownDefault: "keines",
	},
	TSA_URL: {
		check: url("http:", "https:"),
		expected: "eine Adresse wie https://zeitstempel.example.de",
		meaning: "Zeitstempeldienst (RFC 3161) für den Prüfvermerk; antwortet er nicht, wartet der Prüfvermerk",
		shownDefault: "kein Zeitstempel",
	},
	OUTGOING_HOSTS: {
		check: z
			.string()
			.transform((value) => value.split(",").map((host) => host.trim().toLowerCase()))
			.pipe(z.array(z.string().regex(/^[a-z0-9.-]+(?::\d{1,5})?$/))),
		expected: "Rechner wie ris.intern oder ris.intern:8080, mit Komma getrennt",
		meaning:
			"Ratsinformationssysteme im eigenen Netz, die der Server abrufen darf; andere nur mit öffentlicher Adresse",
		shownDefault: "keine",
	},
	AUDIT_ANCHOR_MAIL: {
		check: z
			.string()
			.transform((value) => value.split(",").map((address) => readMailAddress(address.trim())))
			.pipe(z.array(z.string())),
		expected: "eine Mailadresse, oder mehrere mit Komma getrennt",
		meaning: "Wer jeden Tag den Kettenkopf des Protokolls per Mail bekommt, am besten außer Haus",
		shownDefault: "niemand; er steht nur unter /pruefen/kettenkopf",
	},
} as const satisfies Record<
	string,
	{ check: z.ZodType; initial?: string; expected: string; meaning: string; shownDefault?: string }
>;

type Name = keyof typeof entries;

const schema = z.object({
	PORT: entries.PORT.check.default(3000),
	HOST: entries.HOST.check.default(entries.HOST.initial),
	BASE_URL: entries.BASE_URL.check.optional(),
	DATA_DIR: entries.DATA_DIR.check.default(() => path.resolve(entries.DATA_DIR.initial)),
	DATABASE_URL: entries.DATABASE_URL.check.optional(),
	MIGRATE_DATABASE_URL: entries.MIGRATE_DATABASE_URL.check.optional(),
	SMTP_URL: entries.SMTP_URL.check.optional(),
	MAIL_FROM: entries.MAIL_FROM.check.default(entries.MAIL_FROM.initial),
	DEMO: entries.DEMO.check.optional(),
	DEMO_PUBLIC: entries.DEMO_PUBLIC.check.default(false),
	TRUST_PROXY: entries.TRUST_PROXY.check.optional(),
	LOG_LEVEL: entries.LOG_LEVEL.check.default(entries.LOG_LEVEL.initial),
	TEST_CLOCK: entries.TEST_CLOCK.check.default(false),
	METRICS_TOKEN: entries.METRICS_TOKEN.check.optional(),
	MAINTENANCE: entries.MAINTENANCE.check.default(entries.MAINTENANCE.initial),
	CLAMD: entries.CLAMD.check.optional(),
	SECRET_KEY: entries.SECRET_KEY.check.optional(),
	SEAL_P12: entries.SEAL_P12.check.optional(),
	SEAL_PASSPHRASE: entries.SEAL_PASSPHRASE.check.optional(),
	SEAL_SIGNER: entries.SEAL_SIGNER.check.optional(),
	TSA_URL: entries.TSA_URL.check.optional(),
	OUTGOING_HOSTS: entries.OUTGOING_HOSTS.check.optional(),
	AUDIT_ANCHOR_MAIL: entries.AUDIT_ANCHOR_MAIL.check.optional(),
} satisfies Record<Name, z.ZodType>);

/** The checked environment. `DEMO` is always decided; `BASE_URL` is absent when nobody gave it (the server then knows its own). */
export type Env = Omit<z.infer<typeof schema>, "DEMO"> & { DEMO: boolean };

/** Name, meaning and default of every variable, in the order of the README's configuration table. */
export const variables: { name: Name; meaning: string; default: string }[] = (Object.keys(entries) as Name[]).map(
	(name) => {
		const entry: { meaning: string; initial?: string; shownDefault?: string } = entries[name];
		return { name, meaning: entry.meaning, default: entry.shownDefault ?? entry.initial ?? "" };
	},
);

/**
 * Checks the variables of a process.
 * @param source usually `process.env`; an empty string counts as not given
 * @returns the typed environment; throws `StartRefusal` naming the first wrong variable and what is expected
 */
export function readEnv(source: Record<string, string | undefined>): Env {
	const given = Object.fromEntries(
		(Object.keys(entries) as Name[]).map((name) => [name, source[name]?.trim() || undefined]),
	);
	const parsed = schema.safeParse(given);
	if (!parsed.success) {
		const name = parsed.error.issues[0]?.path[0] as Name;
		throw new StartRefusal(
			`Die Umgebungsvariable ${name} ist nicht brauchbar: erwartet wird ${entries[name].expected}.`,
		);
	}
	const env = { ...parsed.data, DEMO: parsed.data.DEMO ?? parsed.data.DATABASE_URL === undefined };
	if (env.MIGRATE_DATABASE_URL && !env.DATABASE_URL) {
		throw new StartRefusal("MIGRATE_DATABASE_URL gilt nur zusammen mit DATABASE_URL; bitte beide oder keine angeben.");
	}
	if (env.DEMO && !env.DEMO_PUBLIC && !isLoopback(env.HOST)) {
		throw new StartRefusal(
			`Die Vorführung hat bekannte Kennwörter und lauscht deshalb nicht auf HOST=${env.HOST}: bitte HOST=127.0.0.1 setzen, DEMO=0 oder, wenn es gewollt ist, DEMO_PUBLIC=1.`,
		);
	}
	return env;
}

let checked: Env | undefined;

/**
 * The environment of this process, read from `process.env` and checked once, at the first call.
 * Throws `StartRefusal` when a variable is wrong; the start calls it first, so later callers never see that.
 */
export function env(): Env {
	checked ??= readEnv(process.env);
	return checked;
}
