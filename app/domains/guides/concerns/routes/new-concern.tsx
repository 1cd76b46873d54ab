import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { Checkbox, RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { concernForm, leastSeconds } from "../../forms";
import { idOrNull } from "../../given.server";
import { messages } from "../../messages";
import { typedText } from "../../ui/typed";
import { captureConcern } from "../commands/capture-concern.server";
import { kinds } from "../concern";
import { newConcernPage } from "../queries/new-concern-page.server";
import type { Route } from "./+types/new-concern";

function askedOf(request: Request, params: { place?: string }) {
	const query = new URL(request.url).searchParams;
	return { slug: params.place, municipalityId: idOrNull(query.get("ort")), topicId: idOrNull(query.get("thema")) };
}

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => {
	const asked = askedOf(request, params);
	return {
		...(await newConcernPage(world, asked)),
		topicId: asked.topicId,
		kept: await keptForm(world, request),
		person: world.actor.kind === "person" ? world.actor.displayName : null,
		schluessel: newToken(),
		seit: world.now.getTime(),
	};
});

/** A village hall has one address for many people. */
const mostPerHour = 40;

export const action = conduct(async ({ world, request, params, context }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, concernForm);
	const page = await newConcernPage(world, askedOf(request, params));
	if (!form.valid) return again(form.typed, form.refusals);
	const { kind, text, topic, name, email, mayBePublic, schluessel, seit, webseite } = form.value;
	if (webseite !== "") return again(form.typed, [{ code: "trap-filled", field: "webseite" }]);
	if (world.now.getTime() - seit < leastSeconds * 1000) return again(form.typed, [{ code: "too-fast" }]);
	const { ip } = context.get(requestContext);
	if (!(await limit(`concern:ip:${ip}`, mostPerHour, 3600))) return again(form.typed, [{ code: "too-many" }]);
	const outcome = await captureConcern(world, {
		token: schluessel,
		ownerId: page.ownerId,
		municipalityId: page.municipality?.id ?? null,
		topicId: topic,
		kind,
		text,
		origin: "FORM",
		askerName: name,
		askerEmail: email,
		mayBePublic: mayBePublic === "on",
	});
	const sentTwice = !outcome.done && outcome.refusals.some(({ code }) => code === "sent-before");
	if (!outcome.done && !sentTwice) return again(form.typed, outcome.refusals);
	await dropKeptForm(world, request);
	return onward(`/anliegen/${schluessel}?neu`);
});

export default function NewConcern({ loaderData, actionData }: Route.ComponentProps) {
	const { space, municipality, answered, topics, topicId, kept, person, schluessel, seit } = loaderData;
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept;
	const who = space ? `/o/${space.slug}/lotsen` : "/lotsen";
	const choose = (
		<p>
			<a href={`${who}?q=`}>{t(municipality ? "who.otherPlace" : "form.choosePlace")}</a>
		</p>
	);
	return (
		<>
			<title>{`${t("form.title")} – ${municipality?.name ?? space?.name ?? "Gemeinwerk"}`}</title>
			<Breadcrumb
				entries={[
					...(space ? [{ label: space.name, href: `/o/${space.slug}` }] : []),
					{ label: t("who.title"), href: municipality ? `${who}?ort=${municipality.id}` : who },
					{ label: t("form.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("form.title")} lead={t("form.lead")} />
			{municipality && <p>{t("form.forPlace", { place: municipality.name })}</p>}
			{!municipality && answered && <p>{t("form.forPlaceUnknown")}</p>}
			{!answered && (
				<Alert tone="warning" title={t(municipality ? "refusals.no-plan" : "refusals.municipality-needed")} />
			)}
			{choose}
			{(answered || actionData) && (
				<Form draftKey="concern:new" hidden={{ schluessel, seit: String(seit) }}>
					<RadioGroup
						name="kind"
						label={t("form.kind")}
						value={typedText(typed, "kind")}
						error={at("kind")}
						choices={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
					/>
					<TextArea
						name="text"
						label={t("form.text")}
						hint={t("form.textHint")}
						value={typedText(typed, "text")}
						error={at("text")}
					/>
					{topics.length > 0 && (
						<Select
							name="topic"
							label={t("form.topic")}
							optional
							empty={t("form.topicUnknown")}
							value={typedText(typed, "topic", topicId ?? "")}
							options={topics.map(({ id, name }) => ({ value: id, label: name }))}
							error={at("topic")}
						/>
					)}
					<TextField
						name="name"
						label={t("form.name")}
						hint={t("form.nameHint")}
						autoComplete="name"
						optional
						value={typedText(typed, "name", person ?? "")}
						error={at("name")}
					/>
					<TextField
						name="email"
						type="email"
						label={t("form.email")}
						hint={t("form.emailHint")}
						autoComplete="email"
						optional
						value={typedText(typed, "email")}
						error={at("email")}
					/>
					<Checkbox
						name="mayBePublic"
						label={t("form.mayBePublic")}
						hint={t("form.mayBePublicHint")}
						checked={typedText(typed, "mayBePublic") === "on"}
						optional
					/>
					<div className="gw-trap" hidden>
						<TextField name="webseite" label={t("form.trap")} error={at("webseite")} optional />
					</div>
					<Button>{t("form.submit")}</Button>
				</Form>
			)}
		</>
	);
}
