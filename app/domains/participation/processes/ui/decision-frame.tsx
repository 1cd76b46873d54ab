import { Disclosure } from "~/design/disclosure";
import { Section } from "~/design/layout";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { LocalDate } from "~/design/time";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import { levels } from "../process";
import type { PublicPost } from "../queries/posts.server";
import type { ProcessPage } from "../queries/process-page.server";

/** What everybody reads first: what it is about, what is fixed, what is open, who decides and answers by when. */
export function DecisionFrame({ process }: { process: ProcessPage }) {
	const t = useText(messages);
	const format = useFormat();
	const { frame } = process;
	const level = levels.find((known) => known === frame.level);
	const rows = [
		...(level ? [{ term: t("page.level"), value: t(`levels.${level}`) }] : []),
		...(frame.decidedBy ? [{ term: t("page.decides"), value: frame.decidedBy }] : []),
		...(frame.answeredUntil
			? [{ term: t("page.answered"), value: <LocalDate value={frame.answeredUntil} long /> }]
			: []),
		...(frame.responsible
			? [
					{
						term: t("page.responsible"),
						value: (
							<>
								<PostLines post={frame.responsible} />
								{frame.deputy ? (
									<>
										<p>{t("page.deputy", { name: frame.deputy.label })}</p>
										<PostLines post={{ ...frame.deputy, label: "" }} />
									</>
								) : (
									<p>{t("page.noDeputy")}</p>
								)}
							</>
						),
					},
				]
			: []),
		...(frame.costCents ? [{ term: t("page.cost"), value: format.money(BigInt(frame.costCents)) }] : []),
		...(process.helpers.length > 0
			? [
					{
						term: t("helped.label"),
						value: process.helpers.map((name) => <p key={name}>{t("helped.by", { name })}</p>),
					},
				]
			: []),
		...(process.guidelines !== null
			? [
					{
						term: t("rules.label"),
						value: (
							<a href={`/o/${process.place.slug}/beteiligung/leitlinien?fassung=${process.guidelines}`}>
								{t("rules.version", { version: String(process.guidelines) })}
							</a>
						),
					},
				]
			: []),
		...(process.releasedHow ? [{ term: t("released.label"), value: t(`released.${process.releasedHow}`) }] : []),
		...(process.participating.length > 0
			? [
					{
						term: t("page.participating"),
						value: (
							<ul>
								{process.participating.map(({ name, href }) => (
									<li key={name}>{href ? <a href={href}>{name}</a> : name}</li>
								))}
							</ul>
						),
					},
				]
			: []),
	];
	return (
		<>
			<Section id="worum" title={t("page.purpose")}>
				<RichTextView html={frame.purpose} />
			</Section>
			<Section id="fest" title={t("page.fixed")}>
				<RichTextView html={frame.fixed} />
			</Section>
			<Section id="offen" title={t("page.open")}>
				<RichTextView html={frame.open} />
			</Section>
			<SummaryList rows={rows} />
			{frame.easyLanguage && (
				<Disclosure summary={t("page.easyLanguage")}>
					{/* Inside, so that a link to it opens what is closed. */}
					<div id="leichte-sprache" className="gw-flow">
						{frame.easyLanguage.split(/\n{2,}/).map((paragraph) => (
							<p key={paragraph}>{paragraph}</p>
						))}
					</div>
				</Disclosure>
			)}
		</>
	);
}

function PostLines({ post }: { post: PublicPost }) {
	return (
		<>
			{post.label && (
				<p>
					{post.label}
					{post.holder && `, ${post.holder}`}
				</p>
			)}
			{post.phone && (
				<p>
					<a href={telephone(post.phone)}>{post.phone}</a>
				</p>
			)}
			{post.mailbox && (
				<p>
					<a href={`mailto:${post.mailbox}`}>{post.mailbox}</a>
				</p>
			)}
		</>
	);
}

/** A telephone number as link. */
export function telephone(number: string): string {
	return `tel:${number.replace(/[^+\d]/g, "")}`;
}
