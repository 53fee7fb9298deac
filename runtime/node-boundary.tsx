import { Component, type ReactNode } from 'react'
import type { CompiledNode } from '#model/compiled-program.ts'
import { ProblemBox } from './problem-box.tsx'
import type { RuntimeScope } from './scope.ts'

interface BoundaryProps {
  readonly node: CompiledNode
  readonly scope: RuntimeScope
  readonly children: ReactNode
}

interface BoundaryState {
  /** The record that could not be drawn; another record gets another try. */
  readonly failed: CompiledNode | null
}

/** Keeps a view that throws from taking the page along. */
export class NodeBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: null }

  override componentDidCatch(error: unknown): void {
    const { node, scope } = this.props
    this.setState({ failed: node })
    scope.viewFailed(node.id, error)
  }

  override render(): ReactNode {
    const { node, scope, children } = this.props
    if (this.state.failed !== node) return children
    const problem = { code: 'view-failed', nodeId: node.id, message: 'The view threw' } as const
    return <ProblemBox problem={problem} type={node.type} scope={scope} />
  }
}
