import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

/** Whether a program is there; what needs it is skipped where it is not (the test command installs it where it can). */
export function has(program: string): boolean {
	return spawnSync(program, ["-v"]).error === undefined;
}

/** Runs a program. @returns exit code and all that it said */
export function run(program: string, args: string[], input?: Uint8Array): { code: number | null; said: string } {
	const { status, stdout, stderr } = spawnSync(program, args, { input, maxBuffer: 50_000_000 });
	return { code: status, said: `${stdout}${stderr}` };
}

/** The CMS of the last signature of a PDF, and the bytes that it signs. */
export function signatureOf(pdf: Buffer): { cms: Buffer; signed: Buffer } {
	const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(pdf.toString("latin1"));
	const [, , gap = 0, on = 0] = (range ?? []).map(Number);
	const filled = Buffer.from(pdf.subarray(gap + 1, on - 1).toString("latin1"), "hex");
	const length = 4 + filled.readUInt16BE(2);
	return { cms: filled.subarray(0, length), signed: Buffer.concat([pdf.subarray(0, gap), pdf.subarray(on)]) };
}

/** A folder with a key and certificates of our own, made by openssl. */
export function opensslFolder() {
	const folder = mkdtempSync(path.join(tmpdir(), "seal-tools-"));
	const at = (name: string) => path.join(folder, name);
	const openssl = (...args: string[]) => {
		const { code, said } = run("openssl", args);
		if (code !== 0) throw new Error(`openssl ${args[0]}: ${said}`);
	};
	return { folder, at, openssl };
}

/**
 * A time-stamp service (RFC 3161) on this machine, by `openssl ts`. `mode` may be changed while it runs.
 * @returns its address, and how often it was asked
 */
export async function startTimeStamps() {
	const { at, openssl } = opensslFolder();
	writeFileSync(
		at("tsa.cnf"),
		`[req]
distinguished_name = name
prompt = no
[name]
CN = Zeitstempel Test
[tsa_ext]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = tsa_default
[tsa_default]
serial = ${at("serial")}
crypto_device = builtin
signer_cert = ${at("tsa.pem")}
signer_key = ${at("tsa.key")}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`,
	);
	writeFileSync(at("serial"), "01\n");
	const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-config", at("tsa.cnf")];
	openssl(...request, "-extensions", "tsa_ext", "-keyout", at("tsa.key"), "-out", at("tsa.pem"));
	const state: { mode: "stamps" | "fails" | "lies" | "hangs"; asked: number } = { mode: "stamps", asked: 0 };
	const server: Server = createServer((request, response) => {
		state.asked += 1;
		const pieces: Buffer[] = [];
		request.on("data", (piece: Buffer) => pieces.push(piece));
		request.on("end", () => {
			if (state.mode === "hangs") return;
			if (state.mode === "fails") return response.writeHead(503).end();
			const query = Buffer.concat(pieces);
			// Another hash than the one that was asked for.
			if (state.mode === "lies") query[query.length - 30] = (query[query.length - 30] ?? 0) ^ 1;
			writeFileSync(at("query"), query);
			const args = ["ts", "-reply", "-config", at("tsa.cnf"), "-queryfile", at("query"), "-out", at("reply")];
			const child = spawn("openssl", args, { stdio: "ignore" });
			child.on("close", () => {
				response.writeHead(200, { "Content-Type": "application/timestamp-reply" }).end(readFileSync(at("reply")));
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = address !== null && typeof address === "object" ? address.port : 0;
	return {
		state,
		url: `http://127.0.0.1:${port}/`,
		certificate: at("tsa.pem"),
		stop: () => new Promise<void>((resolve) => server.closeAllConnections() ?? server.close(() => resolve())),
	};
}
