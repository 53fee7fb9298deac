import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '#editor/words/use-words.ts'
import { IconButton } from './icon-button.tsx'
import './dialog.css'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly foot?: ReactNode
  readonly widthPx?: number
  /** `side` slides in from the right and is as tall as the window; on a phone both are bottom sheets. */
  readonly placement?: 'centre' | 'side'
}

export function Dialog({ title, isOpen, onClose, children, foot, widthPx = 480, placement = 'centre' }: DialogProps) {
  const words = useWords()
  return (
    <ModalOverlay
      className={`ui-dialog-scrim${placement === 'side' ? ' ui-dialog-scrim--side' : ''}`}
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
    >
      <Modal className="ui-dialog-modal" style={{ maxWidth: widthPx }}>
        <AriaDialog className="ui-dialog">
          <div className="ui-dialog__head">
            <Heading slot="title" className="ui-dialog__title">
              {title}
            </Heading>
            <IconButton label={words.common.close} icon={<X size={18} aria-hidden />} onPress={onClose} />
          </div>
          <div className="ui-dialog__body">{children}</div>
          {foot ? <div className="ui-dialog__foot">{foot}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
