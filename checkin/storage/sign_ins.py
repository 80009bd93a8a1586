"""Who may sign in: roles, new members of staff, and the end of every session of one."""

from sqlalchemy import insert, select, update

from checkin.storage.tables import Role, Staff, db, staff_houses


def role_called(name: str) -> Role:
    """Return a role; the first time, it is made."""
    found = db.session.scalar(select(Role).where(Role.name == name))
    if found is None:
        found = Role(name=name)
        db.session.add(found)
        db.session.flush()
    return found


def put_account(row: Staff) -> None:
    """Keep a new account to sign in with."""
    db.session.add(row)
    db.session.flush()


def put_staff(row: Staff, house_id: str) -> None:
    """Keep a new member of staff, who works in this house."""
    put_account(row)
    db.session.execute(insert(staff_houses).values(staff_id=row.id, house_id=house_id))


def change_password(staff_id: str, hashed: str) -> None:
    """Keep another hash of someone's password."""
    db.session.execute(update(Staff).where(Staff.id == staff_id).values(password=hashed))


def change_key(staff_id: str, key: str) -> None:
    """Give someone a new session key: whatever was signed in with the old one is not any more."""
    db.session.execute(update(Staff).where(Staff.id == staff_id).values(fs_uniquifier=key))
