@rem
