import type { LoadedParts } from "./parts.server";

/** The blocks of a process's parts on its public page, one line per kind: `{parts.texts && <TextsPart part={parts.texts} path={path} />}`. */
export function ProcessParts(_: { parts: LoadedParts; path: string }) {
	return null;
}
