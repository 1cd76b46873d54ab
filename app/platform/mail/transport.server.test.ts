import { type AddressInfo, createServer, type Server } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { composeLetter } from "./letter.server";
import { type ReceivedMessage, startMailbox } from "./mailbox.server";
import { createPostman, type OutgoingMail } from "./transport.server";

const from = "Gemeinwerk <post@mitmachen.example>";
const mail: OutgoingMail = {
	id: "0199f0d2-0000-7000-8000-000000000001",
	to: "anna@example.org",
	subject: "Grüße",
	text: "Hallo",
	html: "<p>Hallo</p>",
};

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of open.splice(0)) await close();
});

async function mailbox(onMail?: (message: ReceivedMessage) => void) {
	const received: ReceivedMessage[] = [];
	const box = await startMailbox({ onMail: onMail ?? ((message) => void received.push(message)) });
	open.push(box.close);
	return { received, url: box.url };
}

async function listening(server: Server): Promise<string> {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	open.push(() => new Promise((resolve) => server.close(resolve)));
	return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that answers with this code at one step. */
async function refusing(step: "onMailFrom" | "onRcptTo" | "onData", responseCode: number, message: string) {
	const error = Object.assign(new Error(message), { responseCode });
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		...(step === "onMailFrom" && { onMailFrom: (_address, _session, callback) => callback(error) }),
		...(step === "onRcptTo" && { onRcptTo: (_address, _session, callback) => callback(error) }),
		onData(stream, _session, callback) {
			stream.resume();
			stream.once("end", () => callback(step === "onData" ? error : null));
		},
	});
	await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
	open.push(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
	return `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
}

const send = (smtpUrl: string, changed: Partial<OutgoingMail> = {}) =>
	createPostman({ smtpUrl, from, patience: 300 }).send({ ...mail, ...changed });

describe("over real SMTP", () => {
	test("umlauts, a long subject, headers and attachments arrive as they were sent", async () => {
		const { received, url } = await mailbox();
		const subject = `Straßenbäume „Grünzug Süd“ – ${"Überprüfung der Öffnungszeiten ".repeat(5)}😀`.trim();
		const letter = composeLetter({
			locale: "de",
			to: "anna@example.org",
			subject,
			blocks: ["Zeile mit Punkt am Anfang:\n.\n.. und weiter", `Ein langes Wort: ${"ä".repeat(1200)}`],
			because: "Weil.",
			sender: { name: "Kreis" },
			unsubscribe: { page: "https://x.example/a", oneClick: `https://x.example/${"u".repeat(90)}` },
		});
		const content = Buffer.from([...Array(256).keys()]);
		const attachments = [{ name: "Übersicht Straße.pdf", mediaType: "application/pdf", content }];
		expect(await send(url, { ...letter, attachments })).toEqual({ sent: true });
		expect(received).toHaveLength(1);
		const [message] = received;
		expect(message).toMatchObject({
			messageId: `${mail.id}@mitmachen.example`,
			from: "post@mitmachen.example",
			recipients: ["anna@example.org"],
			subject,
			attachments: [{ name: "Übersicht Straße.pdf", mediaType: "application/pdf" }],
			headers: {
				"auto-submitted": "auto-generated",
				"list-unsubscribe": `<https://x.example/${"u".repeat(90)}>`,
				"list-unsubscribe-post": "List-Unsubscribe=One-Click",
				from: "Gemeinwerk <post@mitmachen.example>",
				to: "anna@example.org",
			},
		});
		expect(message?.text).toBe(letter.text);
		expect(message?.html.trim()).toBe(letter.html);
		expect(message?.attachments[0]?.content.equals(content)).toBe(true);
	});

	test("the same mail sent twice carries the same Message-ID", async () => {
		const { received, url } = await mailbox();
		await send(url);
		await send(url);
		expect(new Set(received.map((message) => message.messageId)).size).toBe(1);
		expect(received).toHaveLength(2);
	});

	test("an umlaut domain is reached in ASCII", async () => {
		const { received, url } = await mailbox();
		expect(await send(url, { to: "rat@münchen.example" })).toEqual({ sent: true });
		expect(received[0]?.recipients).toEqual(["rat@xn--mnchen-3ya.example"]);
	});

	test("what the mailbox cannot store is not acknowledged", async () => {
		const { url } = await mailbox(() => {
			throw new Error("database away");
		});
		expect(await send(url)).toEqual({ retry: expect.stringContaining("451") });
	});
});

describe("never sent", () => {
	test.each<[string, Partial<OutgoingMail>, string]>([
		["two addresses", { to: "a@b.example, c@d.example" }, "address"],
		["an address with a header", { to: "a@b.example\r\nBcc: c@d.example" }, "address"],
		["a subject with a header", { subject: "x\r\nBcc: c@d.example" }, "header"],
		["a header value with a header", { headers: { "List-Unsubscribe": "<x>\nBcc: c@d.example" } }, "header"],
		["a header that letters do not set", { headers: { Bcc: "c@d.example" } }, "header"],
		["an id that would break the Message-ID", { id: "x>\r\n" }, "header"],
	])("%s", async (_name, changed, reason) => {
		const { received, url } = await mailbox();
		expect(await send(url, changed)).toEqual({ never: reason });
		expect(received).toEqual([]);
	});
});

describe("when the server does not take it", () => {
	test.each([
		["onRcptTo", 550, "never"],
		["onRcptTo", 450, "retry"],
		["onRcptTo", 503, "retry"],
		["onData", 554, "never"],
		["onData", 452, "retry"],
		["onMailFrom", 552, "never"],
		["onMailFrom", 550, "retry"],
		["onMailFrom", 421, "retry"],
	] as const)("%s %i: %s, and the reason names no address", async (step, code, kind) => {
		const delivery = await send(await refusing(step, code, "no anna@example.org here"));
		expect(delivery).toEqual({ [kind]: expect.stringContaining(String(code)) });
		expect(JSON.stringify(delivery)).not.toContain("anna");
	});

	test("nobody listens", async () => {
		const url = await listening(createServer());
		await open.pop()?.();
		expect(await send(url)).toEqual({ retry: expect.stringContaining("ECONNREFUSED") });
	});

	test("it hangs up", async () => {
		expect(await send(await listening(createServer((socket) => socket.destroy())))).toHaveProperty("retry");
	});

	test("it says nothing", async () => {
		const silent = createServer((socket) => {
			socket.on("error", () => {});
			open.unshift(async () => socket.destroy());
		});
		expect(await send(await listening(silent))).toEqual({ retry: expect.stringContaining("ETIMEDOUT") });
	});

	test("it asks for a password we do not have, or its name does not exist", async () => {
		const smtp = new SMTPServer({
			disabledCommands: ["STARTTLS"],
			allowInsecureAuth: true,
			onAuth: (_auth, _session, callback) => callback(new Error("no")),
		});
		const url = await new Promise<string>((resolve) => {
			const server = smtp.listen(0, "127.0.0.1", () => resolve(`127.0.0.1:${(server.address() as AddressInfo).port}`));
		});
		open.push(() => new Promise<void>((resolve) => smtp.close(() => resolve())));
		expect(await send(`smtp://user:wrong@${url}`)).toHaveProperty("retry");
		expect(await send("smtp://does-not-exist.invalid:25")).toHaveProperty("retry");
	});
});

test("a sender that is no address stops the start", () => {
	expect(() => createPostman({ smtpUrl: "smtp://127.0.0.1", from: "Gemeinwerk" })).toThrow("no mail address");
});
