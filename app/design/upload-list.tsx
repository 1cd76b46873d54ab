import type { ReactNode } from "react";
import { useFormat, useText } from "~/platform/i18n";
import { Icon } from "./icon";
import { messages } from "./messages";

/** Files that were uploaded. `state` says what still happens with one ("wird geprüft"); `acts` holds its forms. */
export function UploadList({
	files,
	empty,
}: {
	files: readonly {
		id: string;
		name: string;
		href?: string;
		/** In words: "PDF", "Bild". */
		kind: string;
		bytes: number;
		/** What is to be seen, for pictures. */
		description?: string;
		state?: ReactNode;
		acts?: ReactNode;
	}[];
	empty?: string;
}) {
	const t = useText(messages);
	const format = useFormat();
	if (files.length === 0) return <p className="gw-muted">{empty ?? t("upload.none")}</p>;
	return (
		<ul className="gw-files">
			{files.map((file) => (
				<li key={file.id} className="gw-file-row">
					<Icon name="draft" />
					<div className="gw-file-row__words">
						{file.href ? <a href={file.href}>{file.name}</a> : <span>{file.name}</span>}
						<p className="gw-file-row__facts">
							{file.kind}, {format.bytes(file.bytes)}
							{file.description && ` · ${file.description}`}
						</p>
					</div>
					{file.state}
					{file.acts}
				</li>
			))}
		</ul>
	);
}
