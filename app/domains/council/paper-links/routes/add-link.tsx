import { Button, ButtonRow } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Flow, Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { SearchField } from "~/design/search-field";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { findPapers } from "../../oparl/queries/systems.server";
import { linkForm } from "../../path/forms";
import { messages } from "../../path/messages";
import { managedPath } from "../../path/queries/path-page.server";
import { staffMessages } from "../../path/staff-messages";
import { addLink } from "../commands/links.server";
import { linkKinds, linkRoles } from "../link";
import type { Route } from "./+types/add-link";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { place, about, path, way, organisationId } = await managedPath(world, params);
	const asked = new URL(request.url).searchParams.get("q")?.slice(0, 100) ?? null;
	const words = asked ?? way?.reference ?? "";
	return { place, about, path, words, found: await findPapers(world, { organisationId, words }) };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { subject, path } = await managedPath(world, params);
	const form = await readForm(request, linkForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await addLink(world, { subject, ...form.value });
	return outcome.done ? onward(`${path}?gespeichert#verweise`) : again(form.typed, outcome.refusals);
});

export default function AddLink({
	loaderData: { place, about, path, words, found },
	actionData,
}: Route.ComponentProps) {
	const t = useText(staffMessages);
	const say = useText(messages);
	const { date } = useFormat();
	const problems = useProblems(messages, actionData?.refusals);
	const field = (name: string) => {
		const typed = actionData?.typed[name];
		return { name, value: typeof typed === "string" ? typed : "", error: problems.at(name) };
	};
	return (
		<>
			<title>{`${t("links.newTitle")} – ${about.title}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: about.title, href: about.href },
					{ label: say("title"), href: path },
					{ label: t("links.newTitle") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("links.newTitle")} above={`${about.kindLabel} · ${about.title}`} lead={t("links.newLead")} />
			<SearchField action={`${path}/verweis`} value={words} label={t("links.search")} />
			{words !== "" && (
				<Section id="gefunden" title={t("links.found")}>
					{found.length === 0 && <p>{t("links.nothing")}</p>}
					{found.map((paper) => (
						<Flow key={paper.id}>
							<h3>{paper.name ?? paper.reference ?? paper.oparlId}</h3>
							<p>
								{[
									paper.reference && say("links.number", { reference: paper.reference }),
									paper.paperType,
									paper.date && date(paper.date),
									paper.system,
									paper.deleted && t("links.deleted"),
								]
									.filter(Boolean)
									.join(" · ")}
							</p>
							<Form id={`vorlage-${paper.id}`} hidden={{ objectId: paper.id, kind: "paper" }} inline>
								<ButtonRow>
									{linkRoles.map((role) => (
										<Button
											key={role}
											name="role"
											value={role}
											look={role === "handed-over" ? "primary" : "secondary"}
											small
											label={`${t("links.take")} ${t("links.takeAs")} ${say(`links.roles.${role}`)}: ${paper.name ?? ""}`}
										>
											{`${t("links.take")} ${t("links.takeAs")} ${say(`links.roles.${role}`)}`}
										</Button>
									))}
								</ButtonRow>
							</Form>
						</Flow>
					))}
				</Section>
			)}
			<Section id="von-hand" title={t("links.byHand")}>
				<Form>
					<TextField {...field("title")} label={t("links.name")} maxLength={300} />
					<RadioGroup
						name="kind"
						label={t("links.kind")}
						value={field("kind").value || "paper"}
						choices={linkKinds.map((value) => ({ value, label: say(`links.kinds.${value}`) }))}
					/>
					<RadioGroup
						name="role"
						label={t("links.role")}
						value={field("role").value || "handed-over"}
						choices={linkRoles.map((value) => ({ value, label: say(`links.roles.${value}`) }))}
					/>
					<TextField {...field("reference")} label={t("links.reference")} width="medium" maxLength={60} optional />
					<TextField {...field("webUrl")} type="url" label={t("links.webUrl")} hint={t("links.webUrlHint")} optional />
					<Button>{t("links.save")}</Button>
				</Form>
				<p>
					<a href={`/o/${place.slug}/verwaltung/ratsinformation`}>{t("links.systems")}</a>
				</p>
			</Section>
		</>
	);
}
