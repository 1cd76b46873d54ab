import { Fragment } from "react";
import { Breadcrumb } from "~/design/breadcrumb";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { linksOf, pieces } from "../mail-text";
import { messages } from "../messages";
import { receivedMail } from "../queries/received-mail.server";
import type { Route } from "./+types/mailbox-mail";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const { html, ...mail } = await receivedMail(world, params.id);
	return { ...mail, lines: mail.text.split(/\r?\n/).map(pieces), links: linksOf(html) };
});

export default function MailboxMail({ loaderData: mail }: Route.ComponentProps) {
	const t = useText(messages);
	const format = useFormat();
	return (
		<>
			<title>{`${mail.subject} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("mailbox.title"), href: "/demo/post" }, { label: mail.subject }]} />
			<PageTitle title={mail.subject} />
			<SummaryList
				rows={[
					{ term: t("mailbox.from"), value: mail.from },
					{ term: t("mailbox.to"), value: mail.to },
					{ term: t("mailbox.received"), value: <LocalDateTime value={mail.receivedAt} /> },
				]}
			/>
			<Section id="text" title={t("mailbox.text")}>
				<div data-mail-text="">
					{mail.lines.map((line, number) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server
						<Fragment key={number}>
							{line.map((piece) =>
								piece.href ? (
									<a key={piece.href} href={piece.href}>
										{piece.text}
									</a>
								) : (
									piece.text
								),
							)}
							<br />
						</Fragment>
					))}
				</div>
			</Section>
			{mail.attachments.length > 0 && (
				<Section id="anhaenge" title={t("mailbox.attachments")}>
					<ul>
						{mail.attachments.map(({ name, bytes, sha256 }) => (
							<li key={sha256}>{t("mailbox.attachment", { name, size: format.bytes(bytes), sha256 })}</li>
						))}
					</ul>
				</Section>
			)}
			{mail.links.length > 0 && (
				<Section id="verweise" title={t("mailbox.links")} intro={t("mailbox.linksIntro")}>
					<ul>
						{mail.links.map((href) => (
							<li key={href}>
								<a href={href}>{href}</a>
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
