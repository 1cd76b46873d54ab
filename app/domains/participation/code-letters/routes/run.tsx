import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { runPage } from "../queries/letter-subject.server";
import { staffMessages } from "../staff-messages";
import { LetterCrumbs } from "../ui/letter-crumbs";
import type { Route } from "./+types/run";

/** Why no letters came instead of the file: the address of the file sends back to here with one of them. */
const reasons = ["letters-made", "not-by-letter", "too-late-for-codes", "not-typeset"] as const;

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const why = new URL(request.url).searchParams.get("warum");
	const page = await runPage(world, params);
	// that these letters exist already is what the page says anyway
	return { page, refusal: page.run.madeAt ? null : (reasons.find((reason) => reason === why) ?? null) };
});

/** Letters before and after they are made. */
export default function Run({ loaderData: { page, refusal } }: Route.ComponentProps) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const { errors } = useProblems(staffMessages, refusal ? [{ code: refusal }] : undefined);
	const { run, first } = page;
	const here = `${page.path}/${run.id}`;
	const title = t("run", { number: String(run.number) });
	return (
		<>
			<title>{`${title} – ${page.title}`}</title>
			<LetterCrumbs head={page} here={title} />
			<ErrorSummary errors={errors} />
			<PageTitle title={title} above={page.title} />
			{run.takenBackAt ? (
				<Alert tone="info" title={t("takenBack")}>
					<p>{t("takenBackText")}</p>
				</Alert>
			) : run.madeAt ? (
				<>
					<Alert tone="success" title={t("made", { count: run.letters })}>
						<p>{t("madeText", { date: dateLong(run.madeAt) })}</p>
					</Alert>
					{page.takesCodes && (
						<Section id="zuruecknehmen" title={t("arrived")} intro={t("arrivedText")}>
							<LinkButton look="secondary" href={`${here}/zuruecknehmen`}>
								{t("takeBack")}
							</LinkButton>
						</Section>
					)}
				</>
			) : (
				<>
					<Alert tone="success" title={t("ready", { count: run.letters })}>
						<p>{t("readyText")}</p>
					</Alert>
					<Section id="vorschau" title={t("preview")}>
						<ul>
							{first.map(({ name, street, town }) => (
								<li key={`${name} ${street} ${town}`}>{[name, street, town].join(", ")}</li>
							))}
						</ul>
					</Section>
					<Form action={`${here}/briefe.pdf`}>
						<ButtonRow>
							<Button>{t("make", { count: run.letters })}</Button>
							<LinkButton look="secondary" href={here}>
								{t("reload")}
							</LinkButton>
							<LinkButton look="tertiary" href={`${here}/zuruecknehmen`}>
								{t("discard")}
							</LinkButton>
						</ButtonRow>
						<p>{t("makeHint")}</p>
					</Form>
				</>
			)}
			<p>
				<a href={page.path}>{t("back")}</a>
			</p>
		</>
	);
}
