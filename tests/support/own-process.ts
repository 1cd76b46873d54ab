// Run by `inOwnProcess`: loads one module of the house through Vite, says "ready", does its work when it is told to.
import { createServer } from "vite";

const [file = "", work = "", input = "null"] = process.argv.slice(2);
const vite = await createServer({
	configFile: false,
	resolve: { tsconfigPaths: true },
	server: { middlewareMode: true, watch: null, ws: false },
	appType: "custom",
	logLevel: "error",
});
const module = await vite.ssrLoadModule(file);
process.once("message", async () => {
	await module[work](JSON.parse(input), (what: unknown) => process.send?.({ told: what }));
	process.send?.("done");
});
process.send?.("ready");
