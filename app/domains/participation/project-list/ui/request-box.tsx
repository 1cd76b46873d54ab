import { Button, LinkButton } from "~/design/button";
import { Form } from "~/design/form";
import { Flow, Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { ProjectPage } from "../queries/project-page.server";

/** The request for participation: how many want it, how many it takes, one's own, and the answer with its reason. */
export function RequestBox({ project, signedIn }: { project: ProjectPage; signedIn: boolean }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const { request, code } = project;
	if (request.state === "none") return null;
	if (request.state === "answered" && request.answeredAt && request.answer) {
		return (
			<Section id="beteiligung-vorschlagen" title={t("request.answered", { date: dateLong(request.answeredAt) })}>
				<p>
					{t("request.count", { count: request.wishes })}{" "}
					<strong>{request.answer === "yes" ? t("request.yes") : t("request.no")}</strong>
				</p>
				<Flow>
					{(request.reason ?? "").split(/\n\s*\n/).map((part) => (
						<p key={part}>{part}</p>
					))}
				</Flow>
			</Section>
		);
	}
	return (
		<Section id="beteiligung-vorschlagen" title={t("request.title")}>
			<p>{t("request.text", { threshold: request.threshold })}</p>
			<p>
				<strong>{t("request.count", { count: request.wishes })}</strong>
			</p>
			{request.state === "reached" && <p>{t("request.reached")}</p>}
			{request.own && <p>{t("request.own")}</p>}
			{signedIn ? (
				<Form inline>
					<Button name="wanted" value={request.own ? "no" : "yes"} look={request.own ? "secondary" : "primary"}>
						{t(request.own ? "request.takeBack" : "request.ask")}
					</Button>
				</Form>
			) : (
				<LinkButton href={`/anmelden?weiter=${encodeURIComponent(`/vorhaben/${code}#beteiligung-vorschlagen`)}`}>
					{t("request.signIn")}
				</LinkButton>
			)}
		</Section>
	);
}
