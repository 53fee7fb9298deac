import { useWords } from '#editor/words/use-words.ts'

/** The product in one drawing: a program on a phone, a block on its way in, an order coming out. Says nothing aloud. */
export function SignInPicture() {
  const { picture } = useWords().home
  return (
    <div className="pic" aria-hidden>
      <div className="pic__phone">
        <div className="pic__head">
          <span className="pic__shop">{picture.shop}</span>
          <span className="pic__open">{picture.open}</span>
        </div>
        <div className="pic__banner">
          <Bowl />
          <span>{picture.banner}</span>
        </div>
        <ul className="pic__dishes">
          {picture.dishes.map(([name, price], at) => (
            <li key={name} className="pic__dish">
              <span className="pic__square">
                <Bowl filling={fillings[at]} />
              </span>
              <span className="pic__words">
                <b>{name}</b>
                <i />
              </span>
              <span className="pic__price">{price}</span>
            </li>
          ))}
        </ul>
        <div className="pic__cart">{picture.cart}</div>
      </div>
      <div className="pic__card pic__card--block">
        <span className="pic__grip" />
        <span>
          <b>{picture.block}</b>
          <small>{picture.blockNote}</small>
        </span>
      </div>
      <div className="pic__card pic__card--order">
        <span className="pic__number">17</span>
        <span>
          <b>{picture.order}</b>
          <small>{picture.orderNote}</small>
        </span>
      </div>
      <div className="pic__card pic__card--saved">{picture.published}</div>
    </div>
  )
}

const fillings = ['noodles', 'wontons', 'spicy'] as const

function Bowl({ filling = 'noodles' }: { readonly filling?: (typeof fillings)[number] }) {
  return (
    <svg viewBox="0 0 48 48" className={`pic__bowl pic__bowl--${filling}`}>
      <path d="M15 13c-3-4 3-5 0-9M24 12c-3-4 3-5 0-9M33 13c-3-4 3-5 0-9" className="pic__steam" />
      <path d="M5 23h38c0 9-6 16-13 18v3H18v-3C11 39 5 32 5 23z" className="pic__china" />
      {filling === 'wontons' ? (
        <path
          d="M8 23c0-4 3-6 6-6s5 2 5 6zM18 23c0-5 3-7 6-7s6 2 6 7zM29 23c0-4 2-6 5-6s6 2 6 6z"
          className="pic__filling"
        />
      ) : (
        <path d="M7 23c3-5 7-3 9-5s5-2 8 0 5-2 8 0 6 0 9 5z" className="pic__filling" />
      )}
      {filling === 'noodles' ? <circle cx="17" cy="20" r="3.5" className="pic__egg" /> : null}
      {filling === 'spicy' ? <path d="M15 20c3-4 8-4 12-1-5-1-8 0-12 1z" className="pic__chilli" /> : null}
      <path d="M28 15l13-9" className="pic__sticks" />
    </svg>
  )
}
