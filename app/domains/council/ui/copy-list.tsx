import { UploadList } from "~/design/upload-list";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ResolutionPage } from "../queries/resolution-page.server";

/** The stored copies with the day they were taken and their checksum, in groups of eight so that it can be read aloud. */
export function CopyList({ copies }: { copies: ResolutionPage["copies"] }) {
	const t = useText(messages);
	const { date } = useFormat();
	return (
		<UploadList
			empty={t("page.noCopies")}
			files={copies.map(({ sha256, takenAt, ...file }) => ({
				...file,
				kind: takenAt ? t("page.copy", { date: date(takenAt) }) : "",
				description: `${t("page.sum")} ${sha256.replace(/(.{8})(?=.)/g, "$1 ")}`,
			}))}
		/>
	);
}
