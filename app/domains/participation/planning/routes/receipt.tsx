import { Alert } from "~/design/alert";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { SummaryList } from "~/design/summary-list";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { receiptPage } from "../queries/statements.server";
import { PublicCrumbs } from "../ui/crumbs";
import { Paragraphs } from "../ui/paragraphs";
import type { Route } from "./+types/receipt";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	receipt: await receiptPage(world, params.token),
	isNew: new URL(request.url).searchParams.has("neu"),
}));

/** The receipt of a statement, for who holds its link. */
export default function Receipt({ loaderData: { receipt, isNew } }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateTime } = useFormat();
	return (
		<>
			<title>{`${t("receipt.title")} – ${receipt.name}`}</title>
			<meta name="robots" content="noindex" />
			<PublicCrumbs head={receipt} here={t("receipt.title")} />
			{isNew && (
				<Alert tone="success" title={t("receipt.done")} live>
					<p>{t("receipt.keep")}</p>
					{receipt.withMail && <p>{t("receipt.mailed")}</p>}
				</Alert>
			)}
			<PageTitle title={t("receipt.title")} above={receipt.name} />
			<SummaryList
				rows={[
					{ term: t("receipt.number"), value: String(receipt.number) },
					{ term: t("receipt.at"), value: dateTime(receipt.receivedAt) },
					{ term: t("receipt.to"), value: receipt.office },
					{ term: t("receipt.sum"), value: <code>{receipt.sha256}</code> },
				]}
			/>
			<Section id="wortlaut" title={t("receipt.text")}>
				<Paragraphs text={receipt.text} />
			</Section>
			{receipt.files.length > 0 && (
				<Section id="anlagen" title={t("form.files")}>
					<ul>
						{receipt.files.map(({ id, name, sha256 }) => (
							<li key={id}>
								{name} <code>{sha256}</code>
							</li>
						))}
					</ul>
				</Section>
			)}
			<Section id="ergebnis" title={t("receipt.result")}>
				{receipt.weighed ? (
					receipt.weighed.map(({ id, words, vote, comment }, index) => (
						<Section
							key={id}
							id={`teil-${index + 1}`}
							level={3}
							title={t("receipt.part", { number: String(index + 1) })}
						>
							<blockquote>
								<Paragraphs text={words} />
							</blockquote>
							{vote && (
								<p>
									<strong>{t(`votes.${vote}`)}</strong>
								</p>
							)}
							<Paragraphs text={comment} />
						</Section>
					))
				) : (
					<p>{t("receipt.waits")}</p>
				)}
			</Section>
		</>
	);
}
