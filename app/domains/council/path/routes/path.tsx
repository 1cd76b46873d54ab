import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { today } from "~/platform/calendar.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { noteHandOver, noteReference } from "../commands/hand-over.server";
import { handOverForm, referenceForm } from "../forms";
import { messages } from "../messages";
import { managedPath } from "../queries/path-page.server";
import { staffMessages } from "../staff-messages";
import { PathBadge, StepTable } from "../ui/council-path";
import { PaperLinks } from "../ui/paper-links";
import type { Route } from "./+types/path";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await managedPath(world, params)),
	today: today(world.now).toISOString().slice(0, 10),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { subject, path } = await managedPath(world, params);
	const fields = await formFields(request);
	if (fields.get("act") === "reference") {
		const form = readFields(request, fields, referenceForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await noteReference(world, { subject, ...form.value });
		return outcome.done ? onward(`${path}?gespeichert`) : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, handOverForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await noteHandOver(world, { subject, ...form.value });
	return outcome.done ? onward(`${path}?gespeichert`) : again(form.typed, outcome.refusals);
});

type Loaded = Route.ComponentProps["loaderData"];
type Shared = { loaded: Loaded; typed: Record<string, string | string[]>; at(field: string): string | undefined };

/** Where staff writes down how a matter goes through the bodies. */
export default function Path({ loaderData, actionData }: Route.ComponentProps) {
	const { place, about, way, path, saved } = loaderData;
	const t = useText(staffMessages);
	const words = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const parts: Shared = { loaded: loaderData, typed: actionData?.typed ?? {}, at: problems.at };
	return (
		<>
			<title>{`${words("title")} – ${about.title}`}</title>
			<WorkCrumbs place={place} entries={[{ label: about.title, href: about.href }, { label: words("title") }]} />
			{saved && !actionData && <Alert tone="success" title={t("saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle
				title={words("title")}
				above={`${about.kindLabel} · ${about.title}`}
				lead={t("lead")}
				state={<PathBadge state={way?.state ?? "planned"} />}
			/>
			<Section id="stationen" title={words("steps")}>
				{way && way.steps.length > 0 ? (
					<StepTable steps={way.steps} edit={{ href: (id) => `${path}/station/${id}`, label: t("steps.edit") }} />
				) : (
					<p>{t("steps.none")}</p>
				)}
				<ButtonRow>
					<LinkButton href={`${path}/station`} look="secondary">
						{t("steps.add")}
					</LinkButton>
				</ButtonRow>
			</Section>
			<HandOver {...parts} />
			<Reference {...parts} />
			<Outcome {...parts} />
			<Section id="verweise" title={words("links.title")}>
				{way && way.links.length > 0 ? (
					<PaperLinks
						links={way.links}
						more={({ id, title }) => (
							<p>
								<a href={`/o/${place.slug}/verwaltung/ratsverweise/${id}`}>
									{t("links.edit")}
									<span className="kern-sr-only">{`: ${title}`}</span>
								</a>
							</p>
						)}
					/>
				) : (
					<p>{t("links.none")}</p>
				)}
				<ButtonRow>
					<LinkButton href={`${path}/verweis`} look="secondary">
						{t("links.add")}
					</LinkButton>
				</ButtonRow>
			</Section>
		</>
	);
}

function textOf(typed: Shared["typed"], name: string, otherwise: string): string {
	const value = typed[name];
	return typeof value === "string" ? value : otherwise;
}

function HandOver({ loaded: { sheet, way, today: day }, typed, at }: Shared) {
	const t = useText(staffMessages);
	const words = useText(messages);
	const { dateLong } = useFormat();
	return (
		<Section id="paket" title={t("package.title")} intro={t("package.intro")}>
			{sheet && (
				<ButtonRow>
					<LinkButton href={`${sheet}/paket.zip`}>{t("package.download")}</LinkButton>
					<LinkButton href={sheet} look="secondary">
						{t("package.sheet")}
					</LinkButton>
				</ButtonRow>
			)}
			{way?.handedOverOn && (
				<p>{words("handedOver", { date: dateLong(way.handedOverOn), to: way.handedOverTo ?? "" })}</p>
			)}
			<Form id="uebergabe" hidden={{ act: "hand-over" }}>
				<DateField
					name="on"
					label={t("package.on")}
					value={textOf(typed, "on", way?.handedOverOn ?? day)}
					error={at("on")}
				/>
				<TextField
					name="to"
					label={t("package.to")}
					hint={t("package.toHint")}
					value={textOf(typed, "to", way?.handedOverTo ?? "")}
					error={at("to")}
				/>
				<Button look="secondary">{t("package.note")}</Button>
			</Form>
		</Section>
	);
}

function Reference({ loaded: { way }, typed, at }: Shared) {
	const t = useText(staffMessages);
	return (
		<Section id="nummer" title={t("reference.title")} intro={t("reference.intro")}>
			<Form id="vorlagennummer" hidden={{ act: "reference" }}>
				<TextField
					name="reference"
					label={t("reference.label")}
					width="medium"
					value={textOf(typed, "reference", way?.reference ?? "")}
					error={at("reference")}
				/>
				<Button look="secondary">{t("reference.save")}</Button>
			</Form>
		</Section>
	);
}

function Outcome({ loaded: { place, subject, resolutions } }: Shared) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	return (
		<Section id="ergebnis" title={t("outcome.title")}>
			{resolutions.length === 0 ? (
				<p>{t("outcome.none")}</p>
			) : (
				<ul>
					{resolutions.map(({ id, code, title, body, sessionOn }) => (
						<li key={id}>
							<a href={`/beschluss/${code}`}>{title}</a> ({t("outcome.of", { body, date: dateLong(sessionOn) })})
						</li>
					))}
				</ul>
			)}
			{subject.kind === "recommendation" && <p>{t("outcome.compare")}</p>}
			<ButtonRow>
				<LinkButton
					look="secondary"
					href={`/o/${place.slug}/verwaltung/beschluesse/neu?aus=${subject.kind}:${subject.id}`}
				>
					{t("outcome.record")}
				</LinkButton>
			</ButtonRow>
		</Section>
	);
}
