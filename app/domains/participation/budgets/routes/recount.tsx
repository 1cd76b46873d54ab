import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { FileField } from "~/design/file-field";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { completions, recountRules, stops } from "~/domains/counting";
import { conduct, isOwnPath } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import type { Route } from "./+types/recount";

export const loader = conduct(async ({ request }: Route.LoaderArgs & { world: World }) => {
	const source = new URL(request.url).searchParams.get("datei") ?? "";
	return { source: isOwnPath(source) && /\/stimmzettel\/(?:pb|json)$/.test(source) ? source : null };
});

/** Counts published ballots in the reader's own browser (island `recount`); without JavaScript it explains the command. */
export default function Recount({ loaderData: { source } }: Route.ComponentProps) {
	const t = useText(messages);
	const words = {
		counting: t("recount.counting"),
		noFile: t("recount.noFile"),
		unreadable: t("recount.unreadable"),
		uncountable: t("recount.uncountable"),
		summary: t.raw("recount.summary"),
		voteSummary: t.raw("recount.voteSummary"),
		voteNobody: t("recount.voteNobody"),
		same: t("recount.same"),
		different: t("recount.different"),
	};
	return (
		<>
			<title>{t("recount.title")}</title>
			<PageTitle title={t("recount.title")} lead={t("recount.lead")} />
			<div data-island="recount" data-source={source} data-words={JSON.stringify(words)} hidden>
				<form className="gw-form">
					{source && <p>{t("recount.loaded")}</p>}
					<FileField
						name="datei"
						label={t("recount.file")}
						hint={t("recount.fileHint")}
						accept=".pb,.json,text/plain,application/json"
						optional={source !== null}
					/>
					<RadioGroup
						name="rule"
						label={t("recount.rule")}
						value="published"
						choices={[
							{ value: "published", label: t("recount.published") },
							...recountRules.map((value) => ({ value, label: t(`recount.${value}`) })),
						]}
					/>
					<RadioGroup
						name="completion"
						label={t("recount.completion")}
						value="none"
						choices={completions.map((value) => ({ value, label: t(`recount.completions.${value}`) }))}
					/>
					<RadioGroup
						name="stop"
						label={t("recount.stop")}
						value="exhaustive"
						choices={stops.map((value) => ({ value, label: t(`recount.stops.${value}`) }))}
					/>
					<Button type="submit">{t("recount.start")}</Button>
				</form>
				<div className="gw-flow" role="status" data-recount-result />
			</div>
			<Section id="befehl" title={t("recount.command")}>
				<p>{t("recount.commandText")}</p>
				<p>
					<code>npm run -s recount -- DATEI.pb --rule greedy</code>
				</p>
				<p>
					<code>npm run -s recount -- ABSTIMMUNG.json</code>
				</p>
				<p>{t("recount.commandMore")}</p>
				{source && (
					<p>
						<a href={source} download>
							{t("recount.file")}
						</a>
					</p>
				)}
			</Section>
		</>
	);
}
