import { useText } from "~/platform/i18n";
import { evidenceMessages } from "../evidence-messages";
import type { Evidence } from "../queries/evidence.server";

/** A document with its hash and who brought it in. */
export function EvidenceLink({ evidence: { name, href, sha256, by } }: { evidence: Evidence }) {
	const t = useText(evidenceMessages);
	return (
		<>
			{t("document")} <a href={href}>{name}</a>
			{by && `, ${t("by", { name: by })}`}, SHA-256 <code>{sha256}</code>
		</>
	);
}
