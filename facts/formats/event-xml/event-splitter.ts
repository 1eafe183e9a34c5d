import { limits } from "../../../schemas/limits.ts";
import { LineCounter } from "../line-counter.ts";
import { endOfName, isXmlSpace, skipSpace } from "../xml/xml-characters.ts";
import { localName } from "../xml/xml-element.ts";
import type { EventPiece } from "./event-piece.ts";
import * as piece from "./event-piece.ts";

/**
 * Cuts an export of any length into its events, chunk by chunk, in the memory of one chunk and one event. It
 * knows just enough XML for that: an event ends at its closing tag outside of CDATA and comments, and an event
 * that begins within another means that the first one was never finished.
 */
export class EventSplitter {
  #buffer = "";
  /** Where to go on. */
  #at = 0;
  /** The event being read: where it begins, and its name with prefix. */
  #event: { readonly start: number; readonly name: string } | undefined;
  readonly #lines = new LineCounter();
  #hasOpenRoot = false;
  #hasSeenEvents = false;
  #hasNotedStray = false;
  #isRefused = false;

  push(chunk: string): readonly EventPiece[] {
    this.#forget(this.#event?.start ?? this.#at);
    this.#buffer += chunk;
    return this.#run(false);
  }

  end(): readonly EventPiece[] {
    const pieces = [...this.#run(true)];
    if (this.#isRefused) return pieces;
    if (this.#event) pieces.push(piece.eventCutOff(this.#lineOf(this.#event.start)));
    else if (!this.#hasSeenEvents) pieces.push(piece.notAnExport(1));
    else if (this.#hasOpenRoot) pieces.push(piece.exportCutOff(this.#lineOf(this.#buffer.length)));
    return pieces;
  }

  #run(isEnd: boolean): readonly EventPiece[] {
    const pieces: EventPiece[] = [];
    const emit = (found: EventPiece) => {
      pieces.push(found);
      if (found.kind === "refused") this.#isRefused = true;
    };
    let isMoving = true;
    while (isMoving && !this.#isRefused) {
      isMoving = this.#event ? this.#inEvent(isEnd, emit) : this.#outside(isEnd, emit);
    }
    return pieces;
  }

  /** One step between events; false if there is nothing more to do with what has arrived. */
  #outside(isEnd: boolean, emit: (found: EventPiece) => void): boolean {
    const lt = this.#buffer.indexOf("<", this.#at);
    const textEnd = lt === -1 ? this.#buffer.length : lt;
    const textStart = skipSpace(this.#buffer, this.#at);
    if (textStart < textEnd) this.#noteStray(textStart, emit);
    this.#at = textEnd;
    if (lt === -1 || (this.#buffer.length < lt + 4 && !isEnd)) return false;
    if (this.#isDeclaration(lt)) {
      emit(piece.declarationFound(this.#lineOf(lt)));
      return false;
    }
    const end = this.#endOfMarkup(lt);
    if (end !== -1) {
      this.#at = end;
      this.#takeTag(lt, end, emit);
      return true;
    }
    const isTooLong = this.#buffer.length - lt > limits.eventCharacters;
    if (isTooLong || isEnd) this.#noteStray(lt, emit);
    if (isTooLong) this.#at = lt + limits.eventCharacters;
    return isTooLong;
  }

  #isDeclaration(lt: number): boolean {
    return this.#buffer.startsWith("<!", lt) && !/^<!(?:--|\[)/.test(this.#buffer.slice(lt, lt + 4));
  }

  #endOfMarkup(lt: number): number {
    const isComment = this.#buffer.startsWith("<!--", lt);
    const mark = isComment ? "-->" : this.#buffer.startsWith("<?", lt) ? "?>" : ">";
    const end = this.#buffer.indexOf(mark, isComment ? lt + 4 : lt);
    return end === -1 ? -1 : end + mark.length;
  }

  #takeTag(lt: number, end: number, emit: (found: EventPiece) => void): void {
    const isClosing = this.#buffer.startsWith("</", lt);
    const nameStart = lt + (isClosing ? 2 : 1);
    const name = this.#buffer.slice(nameStart, endOfName(this.#buffer, nameStart));
    const isEmpty = this.#buffer.startsWith("/>", end - 2);
    if (localName(name) === "Event" && !isClosing) {
      this.#hasSeenEvents = true;
      this.#event = { start: lt, name };
      if (isEmpty) this.#finishEvent(end, emit);
      else this.#finishPlainEvent(lt, end, emit);
    } else if (localName(name) === "Events") {
      this.#hasSeenEvents = true;
      this.#hasOpenRoot = !isClosing && !isEmpty;
    } else if (!/^(?:\?|!--)/.test(name)) this.#noteStray(lt, emit);
  }

  /** Most events have no prefix, hold neither CDATA nor comments, and have arrived whole: their end is found at once. */
  #finishPlainEvent(start: number, from: number, emit: (found: EventPiece) => void): void {
    const end = indexBehind(this.#buffer, "</Event>", from);
    if (end === -1 || end - start > limits.eventCharacters || this.#event?.name !== "Event") return;
    if (/<(?:!|Event[\s/>])/.test(this.#buffer.slice(from, end))) return;
    this.#at = end;
    this.#finishEvent(end, emit);
  }

  /** One step within an event, from one `<` to the next. */
  #inEvent(isEnd: boolean, emit: (found: EventPiece) => void): boolean {
    const { start, name } = this.#event ?? { start: 0, name: "" };
    const lt = this.#buffer.indexOf("<", this.#at);
    const next = lt === -1 ? -1 : this.#nextInEvent(lt, name, isEnd);
    if (next === -1) {
      if (this.#buffer.length - start <= limits.eventCharacters) {
        this.#at = lt === -1 ? this.#buffer.length : lt;
        return false;
      }
      emit(piece.eventTooLong(this.#lineOf(start)));
      this.#hasNotedStray = true;
      this.#at = start + limits.eventCharacters;
      this.#event = undefined;
      return true;
    }
    this.#at = next;
    if (this.#isEndTag(lt, name)) this.#finishEvent(next, emit);
    else if (next === lt) {
      emit(piece.eventNotClosed(this.#lineOf(start)));
      this.#event = undefined;
    }
    return true;
  }

  /** Where to go on; the same place if another event or the end of all begins here; -1 to wait for more. */
  #nextInEvent(lt: number, name: string, isEnd: boolean): number {
    const buffer = this.#buffer;
    if (buffer.length < lt + Math.max(9, name.length + 3) && !isEnd) return -1;
    if (buffer.startsWith("<![CDATA[", lt)) return indexBehind(buffer, "]]>", lt + 9);
    if (buffer.startsWith("<!--", lt)) return indexBehind(buffer, "-->", lt + 4);
    if (buffer.startsWith(`</${name}`, lt)) {
      const gt = skipSpace(buffer, lt + 2 + name.length);
      if (gt === buffer.length) return -1;
      if (buffer.charAt(gt) === ">") return gt + 1;
      return buffer.startsWith("s", gt) ? lt : lt + 1;
    }
    const behind = lt + 1 + name.length;
    const isOtherEvent =
      buffer.startsWith(name, lt + 1) &&
      (isXmlSpace(buffer.charCodeAt(behind)) || /[/>]/.test(buffer.charAt(behind)));
    return isOtherEvent ? lt : lt + 1;
  }

  #isEndTag(lt: number, name: string): boolean {
    if (!this.#buffer.startsWith(`</${name}`, lt)) return false;
    return this.#buffer.charAt(skipSpace(this.#buffer, lt + 2 + name.length)) === ">";
  }

  #finishEvent(end: number, emit: (found: EventPiece) => void): void {
    const start = this.#event?.start ?? end;
    const line = this.#lineOf(start);
    const isTooLong = end - start > limits.eventCharacters;
    emit(
      isTooLong ? piece.eventTooLong(line) : { kind: "event", text: this.#buffer.slice(start, end), line },
    );
    this.#event = undefined;
  }

  /** Once a file: what stands between events can be as long as the file. */
  #noteStray(index: number, emit: (found: EventPiece) => void): void {
    if (!this.#hasNotedStray) emit(piece.strayContent(this.#lineOf(index)));
    this.#hasNotedStray = true;
  }

  #lineOf(index: number): number {
    return this.#lines.lineOf(this.#buffer, index);
  }

  #forget(until: number): void {
    this.#lines.forget(this.#buffer, until);
    this.#buffer = this.#buffer.slice(until);
    this.#at -= until;
    if (this.#event) this.#event = { ...this.#event, start: 0 };
  }
}

function indexBehind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}
