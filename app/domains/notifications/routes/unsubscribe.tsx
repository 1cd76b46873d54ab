import { data } from "react-router";
import { Alert } from "~/design/alert";
import { Button, LinkButton } from "~/design/button";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { unsubscribe, unsubscriber } from "../commands/change-preference.server";
import { messages } from "../messages";
import type { Route } from "./+types/unsubscribe";

type State = "asked" | "done" | "unknown";

/** Only asks: mail programs and virus scanners open links by themselves. */
export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) =>
	answer((await unsubscriber(world, params.token)) ? "asked" : "unknown"),
);

/** The button of the page, and the one click of RFC 8058, which sends `List-Unsubscribe=One-Click` and reads the status only. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) =>
	answer((await unsubscribe(world, params.token)) ? "done" : "unknown"),
);

function answer(state: State) {
	return data({ state }, { status: state === "unknown" ? 404 : 200 });
}

export default function Unsubscribe({ loaderData, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const { state } = actionData ?? loaderData;
	return (
		<>
			<title>{`${t("unsubscribe.title")} – Gemeinwerk`}</title>
			<PageTitle title={t("unsubscribe.title")} />
			{state === "unknown" && (
				<Alert tone="warning" title={t("unsubscribe.unknown")}>
					<p>{t("unsubscribe.unknownText")}</p>
				</Alert>
			)}
			{state === "asked" && (
				<>
					<p>{t("unsubscribe.question")}</p>
					<p>{t("unsubscribe.explain")}</p>
					<Form>
						<Button>{t("unsubscribe.submit")}</Button>
					</Form>
				</>
			)}
			{state === "done" && (
				<Alert tone="success" title={t("unsubscribe.done")} live>
					<p>{t("unsubscribe.doneText")}</p>
				</Alert>
			)}
			{state !== "asked" && (
				<LinkButton look="secondary" href="/konto/benachrichtigungen">
					{t("unsubscribe.settings")}
				</LinkButton>
			)}
		</>
	);
}
