import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "~/design/badge";
import { Flow } from "~/design/layout";
import { UploadList } from "~/design/upload-list";
import { useFormat, useText } from "~/platform/i18n";
import type { ShownLink } from "../../paper-links/queries/links.server";
import { messages } from "../messages";

const tones: Record<ShownLink["state"], BadgeTone> = {
	unchecked: "neutral",
	ok: "success",
	gone: "danger",
	changed: "warning",
};

/** One link with its state and its kept copies; a dead address is text, not a link. */
export function PaperLinkView({ link }: { link: ShownLink }) {
	const t = useText(messages);
	const { date } = useFormat();
	const number = link.reference && t("links.number", { reference: link.reference });
	const address = link.webUrl ?? link.oparlId;
	return (
		<>
			<p>
				{[t(`links.kinds.${link.kind}`), t(`links.roles.${link.role}`), number, link.system]
					.filter(Boolean)
					.join(" · ")}
			</p>
			{address && (
				<p>
					{link.state === "gone" ? (
						<span>{address}</span>
					) : (
						<a href={address} rel="noreferrer nofollow">
							{t("links.open")}
							<span className="kern-sr-only">{`: ${link.title}`}</span>
						</a>
					)}
				</p>
			)}
			{address && (
				<p>{t(`links.states.${link.state}`, { date: link.lastCheckedAt ? date(link.lastCheckedAt) : "" })}</p>
			)}
			<UploadList
				empty={t("links.noCopies")}
				files={link.copies.map(({ sha256, takenAt, ...file }) => ({
					...file,
					kind: takenAt ? t("links.copy", { date: date(takenAt) }) : "",
					description: `${t("links.sum")} ${sha256.replace(/(.{8})(?=.)/g, "$1 ")}`,
				}))}
			/>
		</>
	);
}

/** Where something of ours stands in a council's own system. */
export function PaperLinks({ links, more }: { links: readonly ShownLink[]; more?: (link: ShownLink) => ReactNode }) {
	return (
		<>
			{links.map((link) => (
				<Flow key={link.id}>
					<h4>{link.title}</h4>
					{(link.state === "gone" || link.state === "changed") && (
						<p>
							<LinkBadge state={link.state} />
						</p>
					)}
					<PaperLinkView link={link} />
					{more?.(link)}
				</Flow>
			))}
		</>
	);
}

function LinkBadge({ state }: { state: ShownLink["state"] }) {
	const t = useText(messages);
	return <Badge tone={tones[state]}>{t(`links.badges.${state}`)}</Badge>;
}
