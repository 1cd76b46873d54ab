// Runs on the machine's own Node before anything is installed: npm below this version leaves out native parts without a word.
const { version } = process;
const [major, minor] = version.slice(1).split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`Gemeinwerk braucht Node.js 20.19 oder neuer; hier läuft ${version}. Bitte Node.js aktualisieren und "npm ci" wiederholen.`,
	);
	process.exit(1);
}
