/** Our papers carry their code in the metadata, which lie in the file as plain text. */
const codeInFile = /Prüfcode ([0-9A-Z]{20})/;

/**
 * Reads a chosen file here on the device and puts its SHA-256 into the field `sha256` of the form, and its verification code,
 * where it names one, into the empty field `code`. Stays hidden where the browser cannot compute it (plain http).
 */
export default function fileFingerprint(box: HTMLElement): void {
	const form = box.closest("form");
	const input = box.querySelector<HTMLInputElement>('input[type="file"]');
	const [code, hash] = ["code", "sha256"].map((name) => form?.querySelector<HTMLInputElement>(`[name="${name}"]`));
	if (!input || !code || !hash || !globalThis.crypto?.subtle) return;
	const status = document.createElement("p");
	status.className = "gw-form__status";
	status.setAttribute("role", "status");
	box.append(status);
	box.hidden = false;
	// The way for browsers that cannot do this.
	document.querySelector("[data-without-fingerprint]")?.remove();
	input.addEventListener("change", async () => {
		const [file] = input.files ?? [];
		if (!file) return;
		try {
			const bytes = await file.arrayBuffer();
			const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
			hash.value = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
			const [, found] = codeInFile.exec(new TextDecoder().decode(bytes)) ?? [];
			if (code.value.trim() === "" && found) code.value = found;
			status.textContent = box.dataset.done ?? "";
		} catch {
			status.textContent = box.dataset.failed ?? "";
		}
	});
}
