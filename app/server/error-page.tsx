import { LinkButton } from "~/design/button";
import { Flow } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useText } from "~/platform/i18n";
import { messages } from "./messages";
import { usePageFacts } from "./page-facts";
import { ReadOnlyPage, untakenIn } from "./read-only-page";

const kinds = {
	400: "notReadable",
	403: "notYours",
	404: "notThere",
	405: "notThere",
	413: "tooLarge",
	415: "notReadable",
} as const;

/** What happened, what to do now, and the id under which the incident stands in the log. */
export function ErrorPage({ status, data }: { status: number; data: unknown }) {
	const t = useText(messages);
	const { requestId, path, method } = usePageFacts();
	const untaken = untakenIn(data);
	if (status === 503 && untaken) return <ReadOnlyPage untaken={untaken} />;
	const kind = status in kinds ? kinds[status as keyof typeof kinds] : "broken";
	return (
		<>
			<title>{`${t(`error.${kind}.title`)} – Gemeinwerk`}</title>
			<PageTitle title={t(`error.${kind}.title`)} lead={t(`error.${kind}.text`)} />
			<Flow>
				{(kind === "broken" || kind === "notReadable" || kind === "tooLarge") && (
					<>
						{kind === "broken" && method === "POST" && <p>{t("error.broken.kept")}</p>}
						<p>
							<a href={path}>{t("error.broken.again")}</a>
						</p>
						{kind === "broken" && <p>{t("error.broken.incident", { id: requestId })}</p>}
					</>
				)}
				<p>
					<LinkButton href="/" look="secondary">
						{t("error.home")}
					</LinkButton>
				</p>
			</Flow>
		</>
	);
}
