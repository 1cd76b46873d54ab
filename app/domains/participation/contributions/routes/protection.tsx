import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { Checkbox } from "~/design/choice-group";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { placeOf } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { protectPlace } from "../commands/protect-place.server";
import { protectionForm } from "../forms";
import { messages } from "../messages";
import { moderationMessages } from "../moderation-messages";
import { mayModerate } from "../policy.server";
import { asksForProof } from "../proof-of-work.server";
import type { Route } from "./+types/protection";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { slug, name, organisationId } = await placeOf(world, params.place);
	demand(mayModerate, world.actor, { organisationId });
	return {
		place: { slug, name },
		proofOfWork: await asksForProof(world, organisationId),
		saved: new URL(request.url).searchParams.has("gespeichert"),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { organisationId } = await placeOf(world, params.place);
	const form = await readForm(request, protectionForm);
	if (!form.valid) return again(form.typed, form.refusals);
	await protectPlace(world, { organisationId, proofOfWork: form.value.proofOfWork === "on" });
	return onward(`/o/${params.place}/verwaltung/moderation/programme?gespeichert`);
});

export default function Protection({ loaderData: { place, proofOfWork, saved }, actionData }: Route.ComponentProps) {
	const t = useText(moderationMessages);
	const words = useText(messages);
	return (
		<>
			<title>{`${t("protection.title")} – ${place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: place.name, href: `/o/${place.slug}` },
					{ label: words("moderation.title"), href: `/o/${place.slug}/verwaltung/moderation` },
					{ label: t("protection.title") },
				]}
			/>
			{saved && !actionData && <Alert tone="success" title={t("protection.saved")} live />}
			<PageTitle title={t("protection.title")} lead={t("protection.lead")} />
			<Form>
				<Checkbox
					name="proofOfWork"
					label={t("protection.proofOfWork")}
					hint={t("protection.proofOfWorkHint")}
					checked={proofOfWork}
					optional
				/>
				<Button>{t("protection.save")}</Button>
			</Form>
		</>
	);
}
