import { Alert } from "~/design/alert";
import { Button, LinkButton } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as acts } from "../act-messages";
import { describeSpace } from "../commands/furnish-space.server";
import { describeSpaceForm } from "../forms";
import { managedPlace } from "../queries/place-start.server";
import { typedText } from "../ui/typed";
import { WorkCrumbs } from "../ui/work-crumbs";
import { messages } from "../work-messages";
import type { Route } from "./+types/edit-place";

export const loader = conduct(async ({ world, request, params }: Route.LoaderArgs & { world: World }) => ({
	place: await managedPlace(world, params.place),
	kept: await keptForm(world, request),
	saved: new URL(request.url).searchParams.has("gespeichert"),
}));

export const action = conduct(async ({ world, request, params }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, describeSpaceForm);
	const { organisationId, slug } = await managedPlace(world, params.place);
	if (!form.valid) return again(form.typed, form.refusals);
	const { name, phone, phoneHours, email, address } = form.value;
	await describeSpace(world, {
		organisationId,
		name,
		phone: phone || null,
		phoneHours: phoneHours || null,
		email: email || null,
		address: address || null,
	});
	return onward(`/o/${slug}/verwaltung/ort?gespeichert`);
});

export default function EditPlace({ loaderData: { place, kept, saved }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const typed = actionData?.typed ?? kept;
	const problems = useProblems(acts, actionData?.refusals);
	return (
		<>
			<title>{`${t("place.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("place.title") }]} />
			{saved && !actionData && <Alert tone="success" title={t("place.saved")} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("place.title")} />
			<Form>
				<TextField
					name="name"
					label={t("place.name")}
					value={typedText(typed, "name", place.name)}
					error={problems.at("name")}
				/>
				<TextField
					name="phone"
					type="tel"
					optional
					width="medium"
					label={t("place.phone")}
					hint={t("place.phoneHint")}
					value={typedText(typed, "phone", place.phone ?? "")}
					error={problems.at("phone")}
				/>
				<TextField
					name="phoneHours"
					optional
					label={t("place.phoneHours")}
					hint={t("place.phoneHoursHint")}
					value={typedText(typed, "phoneHours", place.phoneHours ?? "")}
					error={problems.at("phoneHours")}
				/>
				<TextField
					name="email"
					type="email"
					optional
					label={t("place.email")}
					value={typedText(typed, "email", place.email ?? "")}
					error={problems.at("email")}
				/>
				<TextArea
					name="address"
					optional
					rows={3}
					label={t("place.address")}
					hint={t("place.addressHint")}
					value={typedText(typed, "address", place.address ?? "")}
					error={problems.at("address")}
				/>
				<Button>{t("place.submit")}</Button>
			</Form>
			<Section id="leichte-sprache" title={t("place.easy")} intro={t("place.easyText")}>
				<LinkButton look="secondary" href={`/o/${place.slug}/verwaltung/ort/leichte-sprache`}>
					{t("place.easyChange")}
				</LinkButton>
			</Section>
			<Section id="logo" title={t("place.logo")}>
				<p>{t(place.logoFileId ? "place.logoThere" : "place.logoNone")}</p>
				<LinkButton look="secondary" href={`/o/${place.slug}/verwaltung/ort/logo`}>
					{t("place.logoChange")}
				</LinkButton>
			</Section>
			<Section id="farbe" title={t("place.colour")}>
				<p>{place.colours ? t("place.colourNow", { colour: place.colours.accent }) : t("place.colourNone")}</p>
				<LinkButton look="secondary" href={`/o/${place.slug}/verwaltung/ort/farbe`}>
					{t("place.colourChange")}
				</LinkButton>
			</Section>
		</>
	);
}
