// Programs with which the tests hold our PDFs and signatures against somebody else's reading of them. The test command
// installs what is missing where it can (root, apt-get); where it cannot, those tests are skipped and counted as skipped.
import { spawnSync } from "node:child_process";

/** Program → Debian package. */
const programs = {
	pdfinfo: "poppler-utils",
	pdfsig: "poppler-utils",
	pdfdetach: "poppler-utils",
	pdftotext: "poppler-utils",
	openssl: "openssl",
};

/** @param {string} program */
const isThere = (program) => spawnSync(program, ["-v"], { stdio: "ignore" }).error === undefined;

const missing = () => Object.entries(programs).filter(([program]) => !isThere(program));

/** @returns {string | null} one line about what will be skipped, or null when everything is there */
export function installTools() {
	const packages = [...new Set(missing().map(([, name]) => name))];
	if (packages.length === 0) return null;
	if (process.getuid?.() === 0 && isThere("apt-get")) {
		const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
		for (const parameters of [["update"], ["install", "-y", "--no-install-recommends", ...packages]])
			spawnSync("apt-get", parameters, { env, stdio: "ignore", timeout: 120_000 });
	}
	const still = missing();
	if (still.length === 0) return null;
	const names = [...new Set(still.map(([, name]) => name))].join(", ");
	return `– ${still.map(([program]) => program).join(", ")} missing and not installable: tests that need them are skipped (apt-get install ${names})`;
}
