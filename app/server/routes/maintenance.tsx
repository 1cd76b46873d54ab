import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { isOperator } from "~/platform/actor";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { readOnlyNow } from "~/platform/http/read-only.server";
import { useFormat, useText } from "~/platform/i18n";
import { demand } from "~/platform/policy";
import type { World } from "~/platform/world.server";
import { switchReadOnly } from "../maintenance.server";
import { messages } from "../operation-messages";
import type { Route } from "./+types/maintenance";

const switchForm = z.object({ act: z.enum(["close", "reopen"]) });

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	demand(isOperator, world.actor, null);
	const asked = new URL(request.url).searchParams;
	return {
		closed: await readOnlyNow(world),
		notice: (["closed", "reopened"] as const).find((name) => asked.has(name)) ?? null,
	};
});

export const action = conduct(async ({ world, request }: Route.ActionArgs & { world: World }) => {
	const form = await readForm(request, switchForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const on = form.value.act === "close";
	await switchReadOnly(world, { on });
	return onward(`/betrieb/wartung?${on ? "closed" : "reopened"}`);
});

/** The operator's switch for read-only times. */
export default function Maintenance({ loaderData: { closed, notice } }: Route.ComponentProps) {
	const t = useText(messages);
	const { date, time } = useFormat();
	const state =
		closed === null
			? t("maintenance.open")
			: closed.by === "environment"
				? t("maintenance.closedByStart")
				: t("maintenance.closedSince", { day: date(closed.since), time: time(closed.since) });
	return (
		<>
			<title>{`${t("maintenance.title")} – Gemeinwerk`}</title>
			{notice && <Alert tone="success" title={t(`maintenance.${notice}`)} live />}
			<PageTitle title={t("maintenance.title")} lead={t("maintenance.lead")} />
			<p>{state}</p>
			<p>{t("maintenance.hint")}</p>
			{closed?.by !== "environment" && (
				<Form hidden={{ act: closed ? "reopen" : "close" }}>
					<Button>{t(closed ? "maintenance.reopen" : "maintenance.close")}</Button>
				</Form>
			)}
		</>
	);
}
