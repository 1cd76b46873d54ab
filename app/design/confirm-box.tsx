import { useText } from "~/platform/i18n";
import { Button, ButtonRow, LinkButton } from "./button";
import { Form } from "./form";
import { messages } from "./messages";

/** Asks once before something is lost for good, and names what. The page it stands on has its own address. */
export function ConfirmBox({
	title,
	id,
	lost = [],
	text,
	action,
	hidden,
	confirm,
	cancelHref,
}: {
	/** The question: "Entwurf wirklich löschen?" */
	title: string;
	id: string;
	/** What will be gone, one line each. */
	lost?: readonly string[];
	text?: string;
	action?: string;
	hidden?: Record<string, string>;
	/** The words of the act itself: "Entwurf löschen", never "OK". */
	confirm: string;
	cancelHref: string;
}) {
	const t = useText(messages);
	return (
		<section className="gw-confirm" aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			{text && <p>{text}</p>}
			{lost.length > 0 && (
				<div>
					<p>{t("confirm.lost")}</p>
					<ul>
						{lost.map((thing) => (
							<li key={thing}>{thing}</li>
						))}
					</ul>
				</div>
			)}
			<Form action={action} hidden={hidden}>
				<ButtonRow>
					<Button look="danger">{confirm}</Button>
					<LinkButton look="secondary" href={cancelHref}>
						{t("confirm.keep")}
					</LinkButton>
				</ButtonRow>
			</Form>
		</section>
	);
}
