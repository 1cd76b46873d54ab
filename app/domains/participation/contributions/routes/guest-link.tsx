import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { confirmGuestLink } from "../commands/confirm-guest-code.server";
import { commentMessages } from "../comment-messages";
import { guestCodeByLink } from "../queries/guest-code.server";
import { paragraphsOf } from "../ui/discussion";
import type { Route } from "./+types/guest-link";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) =>
	guestCodeByLink(world, params.token),
);

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const outcome = await confirmGuestLink(world, { linkToken: params.token });
	if (!outcome.done) return again({}, outcome.refusals);
	if (!outcome.value.confirmed) throw new Error("a link was taken for a code");
	const { purpose, contributionCode } = outcome.value;
	return onward(`/b/${contributionCode}${purpose === "comment" ? "?kommentiert#kommentare" : "?unterstuetzt"}`);
});

export default function GuestLink({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(commentMessages);
	const { errors } = useProblems(commentMessages, actionData?.refusals);
	return (
		<>
			<title>{`${t("code.linkTitle")} – ${page.contribution.title}`}</title>
			<ErrorSummary errors={errors} />
			<PageTitle title={t("code.linkTitle")} above={page.contribution.title} />
			{page.gone ? (
				<Alert tone="warning" title={t("code.goneTitle")}>
					<p>{t("code.gone")}</p>
				</Alert>
			) : (
				<>
					<p>{t(page.purpose === "comment" ? "code.linkComment" : "code.linkSupport")}</p>
					{page.text && <blockquote>{paragraphsOf(page.text)}</blockquote>}
					<Form>
						<Button>{t(page.purpose === "comment" ? "form.submit" : "code.submit")}</Button>
					</Form>
				</>
			)}
			<p>
				<a href={`/b/${page.contribution.code}`}>{t("form.back")}</a>
			</p>
		</>
	);
}
