import type { ReactNode } from "react";
import { useText } from "~/platform/i18n";
import { messages } from "./messages";
import { PageFooter, type PageFooterProps } from "./page-footer";
import { PageHeader, type PageHeaderProps } from "./page-header";

/**
 * The frame of every page: skip link, header, breadcrumb, content, footer. Everything is plain HTML.
 * The skip link goes to `#inhalt`.
 */
export function PageFrame({
	banner,
	breadcrumb,
	notice,
	footer,
	keepDrafts,
	wide,
	children,
	...header
}: PageHeaderProps & {
	/** Above everything: the mark of a demonstration, a planned outage. */
	banner?: ReactNode;
	breadcrumb?: ReactNode;
	/** What just happened ("Gespeichert"), an Alert with `live`. */
	notice?: ReactNode;
	footer: PageFooterProps;
	/** Set on error, sign-in and maintenance pages: a form sent from this device did not arrive, so its draft stays. */
	keepDrafts?: boolean;
	/** The content takes the whole width of the window (maps, wide tables). */
	wide?: boolean;
	children: ReactNode;
}) {
	const t = useText(messages);
	return (
		<div className="gw-page" data-keep-drafts={keepDrafts ? "" : undefined}>
			<a className="gw-skip" href="#inhalt">
				{t("page.skip")}
			</a>
			{banner && <div className="gw-banner">{banner}</div>}
			<PageHeader {...header} />
			<div className={wide ? "gw-container gw-container--wide" : "gw-container"}>
				{breadcrumb}
				<main id="inhalt" className="gw-main" tabIndex={-1}>
					{notice}
					{children}
				</main>
			</div>
			<PageFooter {...footer} />
		</div>
	);
}

/** The mark that everything here is invented; goes into `banner`. */
export function DemonstrationBanner({ children }: { children: ReactNode }) {
	return (
		<aside className="gw-demo gw-container" aria-label="Demonstration">
			<strong className="gw-demo__mark">Demonstration</strong> <span>{children}</span>
		</aside>
	);
}

/** What does not work at present; goes into `banner`. */
export function OutageBanner({ children }: { children: ReactNode }) {
	return (
		<p className="gw-demo gw-container" role="status">
			<strong>{children}</strong>
		</p>
	);
}
