// Entry of `npm start` and of every other command of the house: builds if the sources changed, then runs the built server.
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const oldest = { major: 20, minor: 19 };

// npm brings Node 24 along, but installs its native parts by the machine's own version, which it names here
const machine = /\bnode\/v?(\d+)\.(\d+)\.\d+/.exec(process.env.npm_config_user_agent ?? "");
for (const [version, major, minor] of [
	[process.version, ...process.version.slice(1).split(".").map(Number)],
	...(machine ? [[`v${machine[1]}.${machine[2]}`, Number(machine[1]), Number(machine[2])]] : []),
]) {
	if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
		console.error(
			`Gemeinwerk braucht Node.js ${oldest.major}.${oldest.minor} oder neuer; hier läuft ${version}. Bitte Node.js aktualisieren und „npm ci“ wiederholen.`,
		);
		process.exit(1);
	}
}
if (Number(process.version.slice(1).split(".")[0]) < 24) {
	console.error("Bitte mit „npm start“ oder „npm run …“ aufrufen: npm bringt dafür Node.js 24 mit.");
	process.exit(1);
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(root);
try {
	process.loadEnvFile(".env");
} catch {
	// no .env: everything has a default or comes from the environment
}

const [command = "start", ...args] = process.argv.slice(2);

/** Ends when output is flushed; open handles must not keep a finished command alive. */
async function end(code) {
	await new Promise((resolve) => process.stdout.write("", resolve));
	process.exit(code);
}

if (command === "dev") {
	process.env.NODE_ENV = "development";
	const { createServer } = await import("vite");
	const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
	// React Router's inner Vite server would end the process at once; we close in our own order
	process.removeAllListeners("SIGTERM");
	process.stdin.removeAllListeners("end");
	const { run } = await vite.ssrLoadModule("./app/server/main.ts");
	const code = await run(command, args, vite);
	await vite.close();
	await end(code);
} else {
	process.env.NODE_ENV = "production";
	// Prisma 7.10 reads related rows at once on one connection, which pg 8 takes and warns of; people cannot mend that
	process.noDeprecation = true;
	const { buildIfChanged } = await import("./build.mjs");
	if (!(await buildIfChanged())) await end(1);
	const { run } = await import(pathToFileURL(path.join(root, "build/server/index.js")).href);
	await end(await run(command, args));
}
