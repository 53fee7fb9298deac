/**
 * Values of `Connection-Allowlist` (https://wicg.github.io/connection-allowlists/): where a document may connect to. A
 * content security policy leaves out WebRTC, whose first packet can carry anything to anybody; this header refuses it
 * unless it is named, in the document and in all that it opens or frames without an address of their own. Browsers that
 * do not know the header ignore it.
 */

/**
 * Any web address, since shops link to where they like, and what a link hands on to another app: what is fetched is for the
 * content security policy to say. An address that is not listed ends in an error page, also that of a phone number.
 */
export const webOnly = '(response-origin "http://*:*" "https://*:*" "tel:*" "mailto:*" "sms:*")'

/** Nothing but the server that the document came from. */
export const hereOnly = '(response-origin)'
