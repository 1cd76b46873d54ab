import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { Period } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { declineCover } from "../absence/commands/absences.server";
import { messages as absence } from "../absence/messages";
import { acceptDeputy } from "../commands/deputies.server";
import { acceptForm } from "../forms";
import { messages } from "../post-messages";
import { deputised, deputyOffers } from "../queries/deputy-offers.server";
import type { Route } from "./+types/accept-deputy";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => ({
	offers: await deputyOffers(world),
	covering: await deputised(world),
	told: toldBy(new URL(request.url).searchParams),
}));

function toldBy(asked: URLSearchParams) {
	if (asked.has("angenommen")) return "accepted" as const;
	return asked.has("abgelehnt") ? ("declined" as const) : null;
}

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, acceptForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { arrangement: arrangementId, act } = form.value;
	if (act === "decline") {
		await declineCover(world, { arrangementId });
		return onward("/vertretungen?abgelehnt");
	}
	await acceptDeputy(world, { arrangementId });
	return onward("/vertretungen?angenommen");
});

export default function AcceptDeputy({ loaderData: { offers, covering, told } }: Route.ComponentProps) {
	const t = useText(messages);
	const a = useText(absence);
	return (
		<>
			<title>{`${t("accept.title")} – Gemeinwerk`}</title>
			{told && <Alert tone="success" title={told === "accepted" ? t("accept.done") : a("decline.done")} live />}
			<PageTitle title={t("accept.title")} lead={t("accept.lead")} />
			{offers.length === 0 ? (
				<EmptyState title={t("accept.none")}>
					<p>{t("accept.noneText")}</p>
				</EmptyState>
			) : (
				<CardList>
					{offers.map((offer) => (
						<Card
							key={offer.id}
							level={2}
							title={t("accept.asked", { post: offer.post, organisation: offer.organisation })}
						>
							{offer.holder && (
								<p>
									{t("accept.holder")}: {offer.holder}
								</p>
							)}
							<p>
								{t("accept.as")}: {offer.as}
							</p>
							<p>
								{t("accept.period")}: <Period from={offer.from} until={offer.until ?? undefined} />
							</p>
							<Form id={`annehmen-${offer.id}`} inline hidden={{ arrangement: offer.id }}>
								<Button label={t("accept.submitLabel", { post: offer.post })}>{t("accept.submit")}</Button>
								{offer.mayDecline && (
									<Button look="secondary" name="act" value="decline" label={a("decline.label", { post: offer.post })}>
										{a("decline.submit")}
									</Button>
								)}
							</Form>
						</Card>
					))}
				</CardList>
			)}
			{covering.length > 0 && (
				<Section id="zurzeit" title={t("accept.covering")}>
					<ul>
						{covering.map((post) => (
							<li key={post}>{post}</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
