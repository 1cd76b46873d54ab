const longest = 120;

/**
 * The name people gave a file, made harmless: no folders, no control or bidirectional characters, none that Windows
 * refuses, at most 120 characters, with the extension of what the file really is. Only ever shown, never a path.
 */
export function cleanFileName(name: string, extension: string): string {
	const last = name.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
	const stem = last
		.replace(/\.[^.]*$/, "")
		.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, "")
		.replace(/[<>:"|?*]/g, "_")
		.replace(/\s+/g, " ")
		.replace(/^[ .]+|[ .]+$/g, "");
	const short = Array.from(stem).slice(0, longest).join("").trimEnd();
	return extension ? `${short || "datei"}.${extension}` : short || "datei";
}

/**
 * The Content-Disposition of a file by RFC 6266: an ASCII name for old programs and the real one by RFC 5987.
 */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
	const german: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ß: "ss" };
	const ascii = name
		.replace(/[äöüÄÖÜß]/g, (letter) => german[letter] ?? "_")
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.replace(/[^\x20-\x7e]|["\\%;]/g, "_");
	const exact = encodeURIComponent(name).replace(
		/['()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `${kind}; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
