import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { PhoneLink } from "~/design/phone-link";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { readUploadForm } from "~/domains/files/index.server";
import { PlaceField, pointIn, pointText, pressedPoint } from "~/domains/organisations";
import { placeMap } from "~/domains/organisations/index.server";
import { limit } from "~/platform/allowance.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { dropKeptForm, keptForm } from "~/platform/http/kept-forms.server";
import { requestContext } from "~/platform/http/request.server";
import { useText } from "~/platform/i18n";
import { refused } from "~/platform/outcome";
import type { UploadLimits } from "~/platform/storage/receive.server";
import { newToken } from "~/platform/tokens.server";
import type { World } from "~/platform/world.server";
import { readRichTexts } from "../../rich-text-field.server";
import { handIn } from "../commands/hand-in.server";
import { storeDraft } from "../commands/store-draft.server";
import { contributeForm, leastSeconds } from "../forms";
import { messages } from "../messages";
import { contributePage } from "../queries/contribute-page.server";
import { Closed } from "../ui/closed";
import { ProofOfWork } from "../ui/proof-of-work";
import { textOf, WordsFields } from "../ui/words-fields";
import type { Route } from "./+types/contribute";

/** From one network address; wide, because a school or a town hall has one for all. */
const draftsPerHour = 120;

/** One picture; a photo of a telephone is about five megabytes. */
const onePicture: UploadLimits = { files: 1, fileBytes: 15_000_000, totalBytes: 15_000_000, kinds: ["image"] };
export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	process: await contributePage(world, params),
	map: await placeMap(world, params.place),
	kept: await keptForm(world, request),
	person: world.actor.kind === "person" ? world.actor.displayName : null,
	entwurf: newToken(),
	seit: world.now.getTime(),
}));

/** Stores the draft before anything else; who is signed in hands it in at once, a guest goes on to the draft's page. */
export const action = conduct(async ({ world, params, request, context }: Route.ActionArgs & { world: World }) => {
	const process = await contributePage(world, params);
	const form = await readUploadForm(request, contributeForm, onePicture);
	const pressed = pressedPoint(form.typed, (await placeMap(world, params.place))?.frame ?? null);
	if (pressed) {
		// without scripts a press on the map brings the form back with the point; a picture has to be chosen again
		if (form.valid) await form.act(async () => refused("map-pressed"));
		return again({ ...form.typed, punkt: pointText(pressed) }, []);
	}
	if (!form.valid) return again(form.typed, form.refusals);
	const { webseite, seit, entwurf: token, nachweis, shownAs, name, title, category, place, pictureText } = form.value;
	const text = readRichTexts(form.value, { text: {} });
	const stored = await form.act(async () => {
		if (webseite !== "") return refused("trap-filled", { field: "webseite" });
		if (world.now.getTime() - seit < leastSeconds * 1000) return refused("too-fast");
		if (!text.done) return text;
		if (!(await limit(`draft:ip:${context.get(requestContext).ip}`, draftsPerHour, 3600))) return refused("too-many");
		return storeDraft(world, {
			processId: process.id,
			token,
			title,
			text: text.value.text,
			category,
			place,
			at: pointIn(form.value.punkt),
			authorName: name,
			proof: nachweis,
			picture: form.files[0] ? { stored: form.files[0], description: pictureText } : null,
		});
	});
	const sentTwice = !stored.done && stored.refusals.some(({ code }) => code === "already-handed-in");
	if (!stored.done && !sentTwice) return again(form.typed, [...stored.refusals, ...form.chooseAgain]);
	await dropKeptForm(world, request);
	if (world.actor.kind !== "person") return onward(`/entwurf/${token}`);
	const outcome = await handIn(world, { key: { token }, withName: shownAs === "self" });
	const isIn = outcome.done || outcome.refusals.some(({ code }) => code === "already-handed-in");
	return onward(isIn ? `/stand/${token}?neu` : `/entwurf/${token}`);
});

export default function Contribute({ loaderData, actionData, params }: Route.ComponentProps) {
	const { process, map, kept, person, entwurf, seit } = loaderData;
	const t = useText(messages);
	const { errors, at } = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? kept ?? {};
	const path = `/o/${params.place}/beteiligung/${params.process}`;
	return (
		<>
			<title>{`${t("form.title")} – ${process.title}`}</title>
			<Breadcrumb
				entries={[
					{ label: process.placeName, href: `/o/${params.place}` },
					{ label: process.title, href: path },
					{ label: t("form.title") },
				]}
			/>
			<ErrorSummary errors={errors} />
			<PageTitle
				title={t("form.title")}
				above={process.title}
				lead={process.contributing.open ? t("form.lead") : undefined}
			/>
			{!process.contributing.open && (
				<Alert tone="warning" title={t("form.closedTitle")}>
					<Closed contributing={process.contributing} />
				</Alert>
			)}
			{(process.contributing.open || actionData) && (
				<Form
					files
					draftKey={`contribution:${process.id}`}
					hidden={{ entwurf, seit: textOf(typed.seit) || String(seit) }}
				>
					<WordsFields typed={typed} at={at} categories={process.categories} />
					{map && <PlaceField map={map} place={params.place} typed={typed} at={at} action={`${path}/beitragen`} />}
					<FileField
						name="picture"
						label={t("form.picture")}
						hint={t("form.pictureHint")}
						accept="image/jpeg,image/png,image/webp,image/avif"
						error={at("picture")}
						optional
					/>
					<TextField
						name="pictureText"
						label={t("form.pictureText")}
						hint={t("form.pictureTextHint")}
						value={textOf(typed.pictureText)}
						error={at("pictureText")}
						optional
					/>
					{person ? (
						<RadioGroup
							name="shownAs"
							label={t("form.shownAs")}
							value={textOf(typed.shownAs) || "self"}
							choices={[
								{ value: "self", label: t("form.asSelf", { name: person }) },
								{ value: "nobody", label: t("form.asNobody") },
							]}
						/>
					) : (
						<TextField
							name="name"
							label={t("form.name")}
							hint={t("form.nameHint")}
							value={textOf(typed.name)}
							error={at("name")}
							autoComplete="nickname"
							optional
						/>
					)}
					<div className="gw-trap" hidden>
						<TextField name="webseite" label={t("form.trap")} error={at("webseite")} optional />
					</div>
					<ProofOfWork challenge={process.challenge} />
					<Button>{t(person ? "form.submitSignedIn" : "form.submitGuest")}</Button>
				</Form>
			)}
			{process.phone && (
				<p>
					{t("form.phone")} <PhoneLink number={process.phone} />
				</p>
			)}
		</>
	);
}
